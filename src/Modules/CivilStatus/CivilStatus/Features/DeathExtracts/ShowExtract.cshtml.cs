using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.DeathExtracts;

internal sealed class ShowExtractModel(
    CivilStatusDbContext db, DeathRules rules, TimeProvider clock, IOptions<SiteOptions> site) : PageModel
{
    public DeathEntry Entry { get; private set; } = null!;

    /// <summary>What a draft will be called, were it signed today.</summary>
    public DeathRule Rule => rules.On(clock.Today());

    public string VerificationUrl => site.Value.VerificationUrl(Entry.PublicToken);

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Entry = await db.FindExtractAsync(User, id, cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }
}
