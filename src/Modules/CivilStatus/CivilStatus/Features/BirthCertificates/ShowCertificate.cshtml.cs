using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.BirthCertificates;

internal sealed class ShowCertificateModel(CivilStatusDbContext db, IOptions<SiteOptions> site) : PageModel
{
    public BirthEntry Entry { get; private set; } = null!;

    public string VerificationUrl => site.Value.VerificationUrl(Entry.PublicToken);

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Entry = await db.FindCertificateAsync(User, id, cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }
}
