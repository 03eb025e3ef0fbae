using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Rendering;
using Project06.CivilStatus.Domain;
using Project06.Ui;

namespace Project06.CivilStatus.Paper;

/// <summary>Prints certificates, extracts and copies into PDF files, fonts and styles inside.</summary>
internal sealed class CertificatePrinter(PdfPrinter printer, PaperStyles styles, IOptions<SiteOptions> site)
{
    private static readonly Lazy<string> Css = new(() =>
    {
        using var reader = new StreamReader(
            typeof(CertificatePrinter).Assembly.GetManifestResourceStream("certificate.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public Task<byte[]> PrintAsync(BirthEntry entry, CancellationToken cancellationToken) => PrintAsync(
        $"Giấy khai sinh số {entry.EntryNumber}", entry.PublicToken, url => CertificatePaper.Fragment(entry, url), cancellationToken);

    /// <summary>Prints any paper of the registers.</summary>
    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public Task<byte[]> PrintAsync(
        string title, string publicToken, Func<string, IHtmlContent> paper, CancellationToken cancellationToken) => printer.PrintAsync(
        PaperFrame.Document(title, paper(site.Value.VerificationUrl(publicToken)), styles.Css + Css.Value), null, cancellationToken);
}
