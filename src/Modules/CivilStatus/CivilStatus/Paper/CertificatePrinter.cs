using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Rendering;
using Project06.CivilStatus.Domain;
using Project06.Ui;

namespace Project06.CivilStatus.Paper;

/// <summary>Prints certificates, extracts and copies into PDF files, fonts and styles inside.</summary>
internal sealed partial class CertificatePrinter(PdfPrinter printer, PaperStyles styles, IOptions<SiteOptions> site)
{
    // The last is for what fits on no page; it goes on to another.
    private static readonly string[] Densities = ["", " cert-dense", " cert-dense cert-denser", " cert-dense cert-long"];

    private static readonly Lazy<string> Css = new(() =>
    {
        using var reader = new StreamReader(
            typeof(CertificatePrinter).Assembly.GetManifestResourceStream("certificate.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public Task<byte[]> PrintAsync(BirthEntry entry, CancellationToken cancellationToken) => PrintAsync(
        $"Giấy khai sinh số {entry.EntryNumber}", entry.PublicToken, url => CertificatePaper.Fragment(entry, url), cancellationToken);

    /// <summary>Prints any paper of the registers on one page: what has much to say, such as an entry with its notes, says it smaller.</summary>
    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public async Task<byte[]> PrintAsync(
        string title, string publicToken, Func<string, IHtmlContent> paper, CancellationToken cancellationToken)
    {
        var fragment = paper(site.Value.VerificationUrl(publicToken));
        byte[] pdf = [];
        foreach (var density in Densities)
        {
            pdf = await printer.PrintAsync(PaperFrame.Document(title, fragment, styles.Css + Css.Value, density), null, cancellationToken);
            if (PageObject().Count(Encoding.Latin1.GetString(pdf)) <= 1)
                break;
        }
        return pdf;
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
