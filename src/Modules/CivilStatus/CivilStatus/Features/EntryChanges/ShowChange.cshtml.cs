using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.EntryChanges;

internal sealed class ShowChangeModel(CivilStatusDbContext db, IOptions<SiteOptions> site) : PageModel
{
    public EntryChange Note { get; private set; } = null!;

    public BirthEntry Entry { get; private set; } = null!;

    public string VerificationUrl => site.Value.VerificationUrl(Note.PublicToken);

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        (Note, Entry) = await db.FindChangeAsync(User, id, cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }
}
