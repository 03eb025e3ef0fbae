using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Dossiers;

internal static class MyDossiers
{
    /// <summary>The applicant's own dossier; anybody else's is not there.</summary>
    public static async Task<Dossier> MineAsync(
        this IQueryable<Dossier> dossiers, string code, Guid personId, CancellationToken cancellationToken) =>
        DossierCode.TryParse(code, null, out var parsed)
        && await dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == parsed && d.ApplicantId == personId, cancellationToken) is { } mine
            ? mine
            : throw new NotFoundException("dossier");
}
