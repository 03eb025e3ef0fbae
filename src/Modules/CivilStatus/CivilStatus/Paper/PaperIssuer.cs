using Microsoft.AspNetCore.Html;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;

namespace Project06.CivilStatus.Paper;

/// <summary>Who signs for which office, as the certificate behind a signature names them.</summary>
internal sealed record PaperSigner(Guid PersonId, string Name, string OrganisationCode, string OfficeUnit)
{
    public Signatory Signatory => Signatory.Official(PersonId, Name, OrganisationCode, $"Ủy ban nhân dân {PaperRows.LowerFirst(OfficeUnit)}");
}

/// <summary>Makes a result: prints it and signs the file (PAdES), before anything is saved.</summary>
internal sealed class PaperIssuer(CertificatePrinter printer, PdfSigner signer)
{
    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public async Task<byte[]> IssueAsync(
        string title, string publicToken, Func<string, IHtmlContent> paper, PaperSigner by, CancellationToken cancellationToken)
    {
        var pdf = await printer.PrintAsync(title, publicToken, paper, cancellationToken);
        return await signer.SignAsync(pdf, by.Signatory, new SignatureDetails(title, by.OfficeUnit), cancellationToken);
    }
}
