using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.ReferenceData.Contracts;
using Project06.Transparency.Data;
using Project06.Transparency.Features.AccessLog;

namespace Project06.Transparency.Features.Disputes.Mine;

/// <summary>Disputing one look at one's own data, then following what comes of it. The ledger's row isn't touched.</summary>
internal sealed class DisputeLookModel(TransparencyDbContext db, DisputeClock deadlines, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel, ILoadsPage
{
    [FromRoute] public long Id { get; set; }
    [BindProperty] public string? Words { get; set; }
    public AccessRow Look { get; private set; } = null!;
    public AccessDispute? Dispute { get; private set; }
    public WorkingDeadline? Why { get; private set; }
    public string Who => Look.OrganisationName ?? Look.Organisation ?? texts["log.citizen"];
    public string Purpose => AccessWords.Purpose(texts, Look.Purpose);
    public string Fields => AccessWords.Fields(texts, Look.Fields);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        Look = await db.AccessRows.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id && r.PersonId == me, cancellationToken)
            ?? throw new NotFoundException("look");
        Dispute = await db.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == me && d.AccessRowId == Id, cancellationToken);
        if (Dispute is { IsOpen: true })
            Why = await deadlines.DeadlineAsync(Dispute.Organisation, Dispute.At, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Dispute is not null)
            return Redirect(Address);
        var words = VietnameseText.CleanLines(Words);
        if (string.IsNullOrEmpty(words))
            ModelState.AddModelError(nameof(Words), texts["dispute.missing"]);
        else if (words.Length > AccessDispute.Longest)
            ModelState.AddModelError(nameof(Words), texts["dispute.too-long", AccessDispute.Longest]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        try
        {
            await KeepAsync(words!, cancellationToken);
        }
        catch (CalendarYearNotLoadedException missing)
        {
            return await this.RefuseAsync(new("calendar.year-missing", texts["dispute.calendar-year", missing.Year]), cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }
        return Redirect(Address);
    }

    private string Address => $"{AccessLogLinks.Page}/{Id}/dispute";

    private async Task KeepAsync(string words, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.Add(new AccessDispute
        {
            Id = Guid.CreateVersion7(now),
            AccessRowId = Look.Id,
            PersonId = Look.PersonId,
            Organisation = Look.Organisation,
            OrganisationName = Look.OrganisationName,
            Purpose = Look.Purpose,
            Dossier = Look.Dossier,
            LookedAt = Look.At,
            Words = words,
            At = now,
            DueAt = (await deadlines.DeadlineAsync(Look.Organisation, now, cancellationToken)).Due.ToUniversalTime(),
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
