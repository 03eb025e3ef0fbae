using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.BuildingBlocks.Time;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;
using Project06.Ui;

namespace Project06.Population.Features.Confirmations;

/// <summary>Prints a confirmation into a PDF file, fonts and styles inside, and signs it for the office.</summary>
internal sealed class ConfirmationPrinter(PdfPrinter printer, PdfSigner signer, PaperStyles styles, IConfiguration configuration)
{
    /// <summary>Where its QR code leads.</summary>
    public string VerificationUrl(string token) =>
        (configuration["Site:BaseUrl"] ?? "http://localhost:8006").TrimEnd('/') + ConfirmationLinks.Verify(token);

    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public async Task<byte[]> PrintAsync(Confirmation confirmation, ConfirmationContent content, string office, CancellationToken cancellationToken)
    {
        var pdf = await printer.PrintAsync(Document(confirmation, content), null, cancellationToken);
        var signatory = confirmation.SignedByName.Length == 0
            ? Signatory.Office(confirmation.DecidingOrganisation, office)
            : Signatory.Official(confirmation.SignedBy, confirmation.SignedByName, confirmation.DecidingOrganisation, office);
        return await signer.SignAsync(pdf, signatory, new SignatureDetails("Xác nhận thông tin về cư trú", content.Place), cancellationToken);
    }

    private string Document(Confirmation confirmation, ConfirmationContent content)
    {
        var page = new StringBuilder();
        var day = confirmation.AsOf;
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Xác nhận thông tin về cư trú</title><style>{styles.Css}</style></head>
            <body class="paper-page"><main><article class="paper">
            <p class="paper-sample">Dữ liệu mẫu – không có giá trị pháp lý</p>
            <div class="paper-heading"><div class="paper-heading-office"><p>{Text(content.Authority)}</p><p class="paper-heading-name">{Text(content.Office)}</p></div>
            <div class="paper-heading-nation"><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="paper-heading-motto">Độc lập – Tự do – Hạnh phúc</p>
            <p class="paper-place-date">{Text(content.Place)}, ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}</p></div></div>
            <h1 class="paper-title">XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ</h1><p class="paper-subtitle">(theo các mục của mẫu CT07)</p><dl class="paper-fields">
            """);
        foreach (var row in content.Rows)
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Text(row.Label)}</dt><dd>{Text(row.Value)}</dd>");
        page.Append("</dl>");
        foreach (var line in content.History)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Text(line)}</p>");
        page.Append(CultureInfo.InvariantCulture, $"""
            <p>Thông tin trên có trong Cơ sở dữ liệu về cư trú tại ngày {day.Written()}.</p>
            <p>Người ký: {Text(confirmation.SignedByName)}</p>
            <div class="paper-foot">{QrPicture.Of(VerificationUrl(confirmation.Token), ConfirmationLinks.QrLabel, size: 120)}<p>Mã hồ sơ: {Text(confirmation.DossierCode)}</p><p>Kiểm tra: {Text(VerificationUrl(confirmation.Token))}</p><p>Trang 1/1</p></div>
            </article></main></body></html>
            """);
        return page.ToString();
    }

    private static string Text(string? value) => WebUtility.HtmlEncode(value ?? "");
}
