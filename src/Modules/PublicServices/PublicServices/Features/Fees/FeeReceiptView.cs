using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A receipt as it is printed; the payer's name comes from whoever may show it.</summary>
/// <param name="OnBehalfOf">The office whose fee it is, where another took the cash; null where it took it itself.</param>
internal sealed record FeeReceiptView(FeeReceipt Receipt, Payment Payment, Dossier Dossier, Procedure Procedure, string Organisation, string? OnBehalfOf, string Payer)
{
    public static async Task<FeeReceiptView> LoadAsync(
        PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, Dossier dossier, FeeReceipt receipt, string payer,
        CancellationToken cancellationToken)
    {
        var payment = await db.Set<Payment>().AsNoTracking().SingleAsync(p => p.Id == receipt.PaymentId, cancellationToken);
        var offices = await mediator.Send(new FindOrganisations([receipt.Organisation, dossier.ReceivingOrganisation]), cancellationToken);
        return new FeeReceiptView(receipt, payment, dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion),
            OpinionWords.Name(offices, receipt.Organisation),
            receipt.Organisation == dossier.ReceivingOrganisation ? null : OpinionWords.Name(offices, dossier.ReceivingOrganisation), payer);
    }
}
