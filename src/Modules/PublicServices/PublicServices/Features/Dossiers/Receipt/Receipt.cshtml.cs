using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;
using QRCoder;

namespace Project06.PublicServices.Features.Dossiers.Receipt;

/// <summary>The receipt with the date of return (form 01 of TT 03/2025/TT-VPCP); printable; its QR opens the public state.</summary>
internal sealed class ReceiptModel(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, IConfiguration configuration) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    public DossierView View { get; private set; } = null!;
    public Organisation? Office { get; private set; }
    public string ApplicantName => User.Actor().Name;
    public string StatusAddress => $"{configuration["Site:BaseUrl"]}/r/{View.Dossier.PublicToken}";

    public string QrImage
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(StatusAddress, QRCodeGenerator.ECCLevel.M);
            return "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(data).GetGraphic(5));
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        View = await DossierView.LoadAsync(db, procedures, dossier, cancellationToken);
        Office = (await mediator.Send(new FindOrganisations([dossier.ReceivingOrganisation]), cancellationToken)).FirstOrDefault();
    }
}
