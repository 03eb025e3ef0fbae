using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees.Office;

/// <summary>A receipt for the counter's printer. It names the payer, so the look is on the ledger.</summary>
internal sealed class OfficeReceiptModel(PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator) : PageModel
{
    [FromRoute] public Guid Id { get; set; }
    public FeeReceiptView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var receipt = await db.Set<FeeReceipt>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, cancellationToken) ?? throw new NotFoundException("receipt");
        var code = await db.Dossiers.Where(d => db.Set<Payment>().Any(p => p.Id == receipt.PaymentId && p.DossierId == d.Id))
            .Select(d => d.Code).SingleAsync(cancellationToken);
        var found = await FeeCase.FindAsync(db, code.Value, User.Actor(), cancellationToken);
        if (!found.IsCollector && receipt.Organisation != found.Post.OrganisationCode)
            throw new NotFoundException("receipt");
        var access = AccessContext.Official(
            User.Actor(), found.Post, found.IsCollector ? AccessPurposes.Receive : AccessPurposes.Assist, found.Dossier.ProcedureCode, code.Value);
        var payer = (await mediator.Send(new FindPeople([found.Dossier.ApplicantId], [PersonFields.Name], access), cancellationToken)).FirstOrDefault();
        View = await FeeReceiptView.LoadAsync(db, procedures, mediator, found.Dossier, receipt, payer?.FullName ?? "", cancellationToken);
    }
}
