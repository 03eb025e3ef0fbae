using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A receipt as it is printed; the payer's name comes from whoever may show it.</summary>
internal sealed record FeeReceiptView(FeeReceipt Receipt, Payment Payment, Dossier Dossier, Procedure Procedure, string Organisation, string Payer)
{
    public static async Task<FeeReceiptView> LoadAsync(
        PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, Dossier dossier, FeeReceipt receipt, string payer,
        CancellationToken cancellationToken)
    {
        var payment = await db.Set<Payment>().AsNoTracking().SingleAsync(p => p.Id == receipt.PaymentId, cancellationToken);
        var office = (await mediator.Send(new FindOrganisations([receipt.Organisation]), cancellationToken)).FirstOrDefault();
        return new FeeReceiptView(receipt, payment, dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion),
            (UiLanguage.Code == "en" ? office?.NameEn : office?.Name) ?? receipt.Organisation, payer);
    }
}
