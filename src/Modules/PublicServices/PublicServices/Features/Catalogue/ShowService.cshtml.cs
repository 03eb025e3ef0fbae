using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Features.Catalogue.Book;
using Project06.PublicServices.Features.Catalogue.Search;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Catalogue;

/// <summary>A procedure that can be filed here, a guide to one that can't, or where a code that ended went.</summary>
internal sealed class ShowServiceModel(
    ProcedureBook procedures, CatalogueBook book, CatalogueSearch search, CatalogueWords words, TimeProvider clock) : PageModel
{
    private const int Similar = 5;

    [FromRoute] public string Code { get; set; } = "";

    public CatalogueWords Words => words;
    public Procedure Procedure { get; private set; } = null!;

    /// <summary>What it costs today, by way of filing.</summary>
    public IReadOnlyList<Fee> Fees { get; private set; } = [];

    /// <summary>Instead of <see cref="Procedure"/>: it can't be filed here.</summary>
    public GuideView? Guide { get; private set; }

    /// <summary>Instead of <see cref="Procedure"/>: the code is no longer in the catalogue.</summary>
    public RetiredView? Retired { get; private set; }

    /// <summary>What one form leads to, in order; empty where it leads to one result only.</summary>
    public IReadOnlyList<ServiceStep> Steps { get; private set; } = [];

    public void OnGet()
    {
        var today = clock.Today();
        if (procedures.Find(Code, today) is { } procedure)
        {
            Procedure = procedure;
            Fees = [.. Procedure.Fees.Where(fee => fee.IsValidOn(today)).OrderBy(fee => fee.Channel)];
            Steps = StepsOf(procedure, today);
        }
        else if (book.Find(Code) is { Count: > 0 } entries)
            Guide = new GuideView(entries[0], entries[0].Description?.Read(), [.. entries.Skip(1)], Variants(entries[0]), words);
        else if (book.FindRetired(Code) is { } retired)
            Retired = new RetiredView(retired, [.. search.Find(retired.Name).Take(Similar).Select(hit => hit.Entry)], words);
        else
            throw new NotFoundException("procedure");
    }

    private IReadOnlyList<ServiceStep> StepsOf(Procedure procedure, DateOnly today)
    {
        // What is filed by itself is filed online, whatever way the first form came.
        var next = procedure.FollowedBy.Select(follow => (Follow: follow, Procedure: procedures.Find(follow.Procedure, today)))
            .Where(step => step.Procedure is not null)
            .Select(step => new ServiceStep(
                step.Procedure!, step.Procedure!, step.Procedure!.Texts.TimeLimitInGroup ?? step.Procedure.Texts.TimeLimit,
                [.. step.Procedure.Fees.Where(fee => fee.IsValidOn(today) && fee.Channel is null or Channel.Online)], step.Follow))
            .ToList();
        if (next.Count == 0)
            return [];
        var own = procedure.BasedOn is { } basis ? procedures.Find(basis, today) : null;
        return [new(procedure, own ?? procedure, procedure.Texts.TimeLimit, Fees, null), .. next];
    }

    private IReadOnlyList<CatalogueEntry> Variants(CatalogueEntry entry)
    {
        var key = SameProcedure.Key(entry);
        return [.. book.Entries.Where(other => other.Code != entry.Code && SameProcedure.Key(other) == key)];
    }
}

/// <param name="Procedure">What is decided in it.</param>
/// <param name="Named">The procedure whose name it has: what it is by itself.</param>
/// <param name="Limit">Its time limit, as one of several.</param>
/// <param name="Follow">How it follows the one before; null: it is the first.</param>
internal sealed record ServiceStep(Procedure Procedure, Procedure Named, Words Limit, IReadOnlyList<Fee> Fees, FollowUp? Follow);

/// <param name="Namesakes">Other procedures that were published under the same code.</param>
/// <param name="Variants">The same at other levels or of other provinces.</param>
internal sealed record GuideView(
    CatalogueEntry Entry, DescriptionText? Text, IReadOnlyList<CatalogueEntry> Namesakes, IReadOnlyList<CatalogueEntry> Variants, CatalogueWords Words)
{
    public IReadOnlyList<string> Agencies => Text?.Agencies is { Count: > 0 } told ? told
        : Entry.Departments.Count > 0 ? Entry.Departments
        : Entry.Annex?.Agency is { Length: > 0 } agency ? [agency] : [];

    public string? Decision => Text?.Decision is { Length: > 0 } told ? told : Entry.Annex?.Decision is { Length: > 0 } annex ? annex : null;

    /// <summary>Ways, times and fees, one row a way.</summary>
    public IReadOnlyList<DescribedMethod> Methods => Text?.Methods is { Count: > 0 } told ? told
        : [.. (Entry.Annex?.Times ?? []).Select(time => new DescribedMethod(time.Channel, time.Time, time.Unit, "", []))];

    public bool HasOnline => Methods.Any(method => method.Channel == "ONLINE");
}

internal sealed record RetiredView(RetiredCode Code, IReadOnlyList<CatalogueEntry> Similar, CatalogueWords Words);
