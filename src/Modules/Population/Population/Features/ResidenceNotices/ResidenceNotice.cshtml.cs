using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;
using Project06.Ui;

namespace Project06.Population.Features.ResidenceNotices;

/// <summary>The notice of a residence or a stay that was recorded.</summary>
internal sealed class ResidenceNoticeModel(PopulationDbContext db, PaperPlaces places) : PageModel
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.Number, PersonFields.Residence];

    public CarriedOut Done { get; private set; } = null!;

    public IReadOnlyList<(PersonRecord Person, Residence Residence)> Lines { get; private set; } = [];

    public NationalHeading Heading { get; private set; } = null!;

    public string Office { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        if (await db.FindNoticeAsync(id, cancellationToken) is not { } done || !done.Effect.StartsWith("population.re", StringComparison.Ordinal))
            return NotFound();
        var residences = await db.Residences.AsNoTracking().Where(r => r.RequestId == id && r.Version == 1).ToListAsync(cancellationToken);
        var about = residences.Select(r => (Guid?)r.PersonId).Concat(residences.Select(r => r.HostId)).ToList();
        if (!actor.MayRead(done, about))
            return NotFound();
        Done = done;
        var ids = residences.Select(r => r.PersonId).ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        Lines = [.. residences.Select(r => (people[r.PersonId], r)).OrderBy(l => l.Item1.BirthDate)];
        await db.RecordAccessAsync(actor.Access(done, about), ids.Select(p => new PersonShown(p, Shown)), cancellationToken);
        Heading = await places.HeadingAsync(done.DecidingOrganisation, done.DecidingUnit, done.DecidedAt.LegalDate(), cancellationToken);
        Office = await places.OfficeAsync(done.DecidingOrganisation, cancellationToken);
        return Page();
    }

    public string Place(Residence residence) => places.Line(residence, Done.DecidedAt.LegalDate());

    public static string KindText(ResidenceKind kind) => kind switch
    {
        ResidenceKind.Permanent => "Thường trú",
        ResidenceKind.Temporary => "Tạm trú",
        ResidenceKind.Stay => "Lưu trú",
        _ => "Nơi ở hiện tại",
    };
}
