using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;

namespace Project06.Population.Features.MyData;

/// <summary>Where I lived and live, my absences and stays; what was annulled isn't there.</summary>
internal sealed class MyResidencesModel(PopulationDbContext db, PaperPlaces places, SourceWords sources, TimeProvider clock) : PageModel
{
    /// <summary>Residences, the latest first.</summary>
    public IReadOnlyList<Residence> Residences { get; private set; } = [];

    /// <summary>Short stays at others', the latest first.</summary>
    public IReadOnlyList<Residence> Stays { get; private set; } = [];

    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        Response.Headers.CacheControl = "no-store";
        var versions = await db.Residences.AsNoTracking().Where(r => r.PersonId == me).ToListAsync(cancellationToken);
        var known = versions.Latest().Where(r => r.Status != VersionStatus.Annulled)
            .OrderByDescending(r => r.FromDate ?? DateOnly.MinValue).ThenByDescending(r => r.RecordedAt).ToList();
        (Residences, Stays) = ([.. known.Where(r => r.Kind != ResidenceKind.Stay)], [.. known.Where(r => r.Kind == ResidenceKind.Stay)]);
        Absences = await db.Absences.AsNoTracking().Where(a => a.PersonId == me).OrderByDescending(a => a.FromDate).ToListAsync(cancellationToken);
    }

    public string Place(string address, string? unit) => places.Of(address, unit, clock.Today());

    public string Source(Residence residence) => sources.Of(residence.Source, residence.SourceRef, null);

    public bool IsNow(Residence residence) => residence.Status == VersionStatus.InForce && residence.Holds(clock.Today());
}
