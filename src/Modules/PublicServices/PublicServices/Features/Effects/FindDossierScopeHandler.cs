using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Effects;

internal sealed class FindDossierScopeHandler(PublicServicesDbContext db) : IRequestHandler<FindDossierScope, DossierScope?>
{
    public async Task<DossierScope?> Handle(FindDossierScope request, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(request.DossierCode, null, out var code)
            || await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == code, cancellationToken) is not { } dossier)
            return null;
        var named = await db.People.Where(p => p.DossierId == dossier.Id).Select(p => p.PersonId).Distinct().ToListAsync(cancellationToken);
        return new DossierScope(
            dossier.ProcedureCode, dossier.IsOpen, [dossier.ReceivingOrganisation, dossier.DecidingOrganisation], [.. named.Append(dossier.ApplicantId).Distinct()]);
    }
}
