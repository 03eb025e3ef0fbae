using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;
using Project06.Population.Features.MyData;
using Project06.Ui;

namespace Project06.Population.Features.ResidenceNotices;

/// <summary>The notice of a corrected field: what it said, what it says.</summary>
internal sealed class CorrectionNoticeModel(PopulationDbContext db, PaperPlaces places, RecordFields fields, RecordValues values) : PageModel
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.Number];

    public CarriedOut Done { get; private set; } = null!;

    public PersonRecord Person { get; private set; } = null!;

    public IReadOnlyList<(string Field, string Before, string After)> Changes { get; private set; } = [];

    public NationalHeading Heading { get; private set; } = null!;

    public string Office { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var changes = await db.PersonChanges.AsNoTracking()
            .Where(c => c.RequestId == id && c.Field != nameof(PersonRecord.FoldedName)).OrderBy(c => c.Sequence).ToListAsync(cancellationToken);
        if (changes.Count == 0 || await db.FindNoticeAsync(id, cancellationToken) is not { } done || !actor.MayRead(done, [changes[0].PersonId]))
            return NotFound();
        Done = done;
        var personId = changes[0].PersonId;
        Person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == personId, cancellationToken);
        await db.RecordAccessAsync(actor.Access(done, [personId]), [new PersonShown(personId, Shown)], cancellationToken);
        Changes =
        [
            .. changes.Select(c => (
                fields.OfProperty(c.Field)?.TextVi ?? c.Field, values.Vietnamese(c.Field, c.OldValue), values.Vietnamese(c.Field, c.NewValue))),
        ];
        Heading = await places.HeadingAsync(done.DecidingOrganisation, done.DecidingUnit, done.DecidedAt.LegalDate(), cancellationToken);
        Office = await places.OfficeAsync(done.DecidingOrganisation, cancellationToken);
        return Page();
    }
}
