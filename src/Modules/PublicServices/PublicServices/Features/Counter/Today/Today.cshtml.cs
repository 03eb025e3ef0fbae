using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Counter.Today;

/// <summary>Today's work of a counter: the clerk's open visits, what they filed that waits for its fee, and what the whole counter did. Names nobody.</summary>
internal sealed class TodayModel(PublicServicesDbContext db, TimeProvider clock) : PageModel
{
    private const int MostDue = 50;

    public IReadOnlyList<CounterVisit> Visits { get; private set; } = [];
    /// <summary>Dossiers that the clerk helped to file, on whatever day, and whose fee can be taken now.</summary>
    public IReadOnlyList<string> Due { get; private set; } = [];

    public IReadOnlyList<(string Key, int Value)> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var post = CounterPost.Of(actor) ?? throw new NotFoundException("post");
        var morning = clock.Today().At(TimeOnly.MinValue);
        var today = db.Visits.AsNoTracking().Where(v => v.Organisation == post.OrganisationCode && v.StartedAt >= morning);
        Visits = await today.Where(v => v.ClerkId == actor.PersonId && v.CitizenId != null && v.EndedAt == null)
            .OrderByDescending(v => v.StartedAt).ToListAsync(cancellationToken);
        Due = [.. (await db.Dossiers.AsNoTracking()
            .Where(d => d.EndedAt == null && d.State == DossierLifecycle.PaymentDue
                && db.Visits.Any(v => v.Id == d.VisitId && v.ClerkId == actor.PersonId && v.Organisation == post.OrganisationCode))
            .OrderBy(d => d.FiledAt).Take(MostDue).Select(d => d.Code).ToListAsync(cancellationToken)).Select(code => code.Value)];
        Figures =
        [
            ("today.helped", await today.CountAsync(v => v.YesAt != null, cancellationToken)),
            ("today.filed", await db.Dossiers.CountAsync(d => d.FiledAt >= morning && today.Any(v => v.Id == d.VisitId), cancellationToken)),
            ("today.guided", await today.CountAsync(v => v.CitizenId == null, cancellationToken)),
        ];
    }
}
