using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees.Pay;

/// <summary>The applicant's own receipt; printable. The last one, where an earlier one is void.</summary>
internal sealed class MyFeeReceiptModel(PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    public FeeReceiptView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        var receipt = await db.Set<FeeReceipt>().AsNoTracking()
            .Where(r => db.Set<Payment>().Any(p => p.Id == r.PaymentId && p.DossierId == dossier.Id))
            .OrderByDescending(r => r.IssuedAt).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("receipt");
        View = await FeeReceiptView.LoadAsync(db, procedures, mediator, dossier, receipt, User.Actor().Name, cancellationToken);
    }
}
