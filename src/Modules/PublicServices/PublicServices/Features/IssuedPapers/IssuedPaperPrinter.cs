using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Features.OfficialForms;
using Project06.Ui;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>Prints a paper into a PDF file, fonts and styles inside, and signs it for the official who said yes.</summary>
internal sealed class IssuedPaperPrinter(PdfPrinter printer, PdfSigner signer, PaperStyles styles, IConfiguration configuration)
{
    /// <summary>128 random bits: nobody comes upon another's paper by counting.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Where its QR code leads.</summary>
    public string VerificationUrl(string token) =>
        (configuration["Site:BaseUrl"] ?? "http://localhost:8006").TrimEnd('/') + IssuedPaperLinks.Verify(token);

    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public async Task<byte[]> PrintAsync(FormSheet sheet, Person by, Organisation office, CancellationToken cancellationToken)
    {
        var pdf = await printer.PrintAsync(FormPaper.Document(sheet, styles.Css + FormPrinter.Css), null, cancellationToken);
        return await signer.SignAsync(
            pdf, Signatory.Official(by.PersonId, by.FullName, office.Code, office.Name), new SignatureDetails(sheet.Title, sheet.Place), cancellationToken);
    }
}
