using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Letters;

namespace Project06.PublicServices.Features.Ratings.Office;

/// <summary>
/// How content people were with the actor's offices in the last 90 days. Nobody's name and no dossier stands here, and
/// reasons are shown only where enough people rated for none to be known by theirs.
/// </summary>
internal sealed class OfficeRatingsModel(PublicServicesDbContext db, TimeProvider clock) : PageModel
{
    public const int Days = 90, FewestForReasons = 5;
    private const int MostReasons = 50;

    public IReadOnlyDictionary<int, int> Counts { get; private set; } = new Dictionary<int, int>();
    public int Total => Counts.Values.Sum();
    public double Average => Total == 0 ? 0 : Counts.Sum(c => (double)c.Key * c.Value) / Total;
    public int ContentShare => Total == 0 ? 0 : (int)Math.Round(100.0 * Counts.Where(c => c.Key >= 4).Sum(c => c.Value) / Total);
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var offices = DossierLetters.Offices(User.Actor());
        var since = clock.GetUtcNow().AddDays(-Days);
        var ratings = db.Ratings.AsNoTracking()
            .Where(r => (offices.Contains(r.ReceivingOrganisation) || offices.Contains(r.DecidingOrganisation)) && r.At >= since);
        Counts = await ratings.GroupBy(r => r.Score).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (Total >= FewestForReasons)
        {
            // In the order of the words, so that the order of dossiers tells nobody whose they are.
            Reasons = await ratings.Where(r => r.Reason != null).OrderBy(r => r.Score).ThenBy(r => r.Reason).Select(r => r.Reason!)
                .Take(MostReasons).ToListAsync(cancellationToken);
        }
    }
}
