using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.EntryCopies;

internal sealed class ShowCopiesModel(CivilStatusDbContext db, EntriesInForce inForce) : PageModel
{
    public IReadOnlyList<EntryCopy> Copies { get; private set; } = [];

    public bool InForce { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Copies = await db.FindCopiesAsync(User, c => c.EffectRequestId == id, cancellationToken);
        InForce = await inForce.HashOfAsync(Copies[0], cancellationToken) is { Revoked: null };
        Response.Headers.CacheControl = "no-store";
    }
}
