using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Project06.Ui;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>A form, or another paper of an office, as markup, the same for the screen, the printer and the file. Forms are Vietnamese by law.</summary>
internal static class FormPaper
{
    // Vietnamese stays readable in the file; only what markup needs is escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly IHtmlContent Nothing = HtmlString.Empty;

    public static IHtmlContent Fragment(FormSheet sheet) => Of($"""
        <article class="paper form-paper{(sheet.Kind == FormKinds.Register ? " form-wide" : "")}" lang="vi">
        {Optional(sheet.Kind, kind => Of($"""<p class="form-kind">Mẫu số {kind} – Thông tư 03/2025/TT-VPCP</p>"""))}
        {Heading(sheet)}
        <h1 class="paper-title">{sheet.Title}</h1>
        {Optional(sheet.Subtitle, s => Of($"""<p class="paper-subtitle">{s}</p>"""))}
        {Join(sheet.Parts.Select(Part))}
        {Sign(sheet)}
        {Foot(sheet)}
        </article>
        """);

    /// <summary>A whole document with its styles inside, to be printed into a file.</summary>
    public static string Document(FormSheet sheet, string styles)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Of($"""
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <title>{sheet.Title} {sheet.Number} {sheet.DossierCode}</title>
            <style>{new HtmlString(styles)}</style>
            </head>
            <body class="paper-page"><main>{Fragment(sheet)}</main></body>
            </html>
            """).WriteTo(writer, Encoder);
        return writer.ToString();
    }

    // Decree 30/2020/ND-CP, annex I: a nought before days under 10 and before months 1 and 2 only.
    private static IHtmlContent Heading(FormSheet sheet) => Of($"""
        <div class="paper-heading">
        <div class="paper-heading-office"><p>{sheet.Authority}</p>{Optional(sheet.Office, o => Of($"""<p class="paper-heading-name">{o}</p>"""))}{Optional(sheet.Number, n => Of($"""<p class="paper-no">Số: {n}</p>"""))}</div>
        <div class="paper-heading-nation"><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="paper-heading-motto">Độc lập – Tự do – Hạnh phúc</p>
        <p class="paper-place-date">{sheet.Place}, {(sheet.Date is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}")
            : "ngày …… tháng …… năm ………")}</p></div>
        </div>
        """);

    private static IHtmlContent Part(FormPart part) => Of($"""
        {Optional(part.Heading, h => Of($"<h2>{h}</h2>"))}
        {Optional(part.Text, t => Of($"<p>{t}</p>"))}
        {(part.Lines is { Count: > 0 } lines ? Of($"""<dl class="paper-fields">{Join(lines.Select(l => Of($"<dt>{l.Label}</dt><dd>{l.Value}</dd>")))}</dl>""") : Nothing)}
        {(part.Table is { } table ? Table(table) : Nothing)}
        """);

    private static IHtmlContent Table(FormTable table) => Of($"""
        <div class="form-table" tabindex="0" role="region" aria-label="{string.Join(", ", table.Heads)}"><table class="paper-table">
        <thead><tr>{Join(table.Heads.Select(h => Of($"""<th scope="col">{h}</th>""")))}</tr></thead>
        <tbody>{Join(table.Rows.Select(row => Of($"<tr>{Join(row.Select(cell => Of($"<td>{cell}</td>")))}</tr>")))}</tbody>
        </table></div>
        """);

    private static IHtmlContent Sign(FormSheet sheet) => Optional(sheet.SignedAs, quality => Of($"""
        <div class="paper-sign"><p><strong>{quality}</strong></p><p class="form-signed">{(sheet.VerifyAddress is null ? "Cơ quan đã ký số trên tệp PDF" : "Đã ký số trên tệp PDF")}</p><p><strong>{sheet.SignedBy}</strong></p></div>
        """));

    private static IHtmlContent Foot(FormSheet sheet) => sheet.VerifyAddress is { } verify ? Of($"""
        <div class="paper-foot">{QrPicture.Of(verify, "Mã QR để kiểm tra giấy này")}<p>Kiểm tra giấy này: quét mã, hoặc mở {verify}<br>Hồ sơ <strong>{sheet.DossierCode}</strong><br>Dữ liệu mẫu – nhân vật giả định, không có giá trị pháp lý.</p></div>
        """) : Optional(sheet.StatusAddress, address => Of($"""
        <div class="paper-foot">{QrPicture.Of(address, "Mã QR xem tình trạng hồ sơ")}<p>Hồ sơ <strong>{sheet.DossierCode}</strong><br>Quét mã, hoặc mở {address} để xem tình trạng hồ sơ.<br>Dữ liệu mẫu – nhân vật giả định.</p></div>
        """));

    private static IHtmlContent Optional(string? value, Func<string, IHtmlContent> content) =>
        string.IsNullOrEmpty(value) ? Nothing : content(value);

    private static IHtmlContent Of(FormattableString markup) => new HtmlFormattableString(CultureInfo.InvariantCulture, markup.Format, markup.GetArguments());

    private static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
            all.AppendHtml(part);
        return all;
    }
}
