using System.Globalization;
using Microsoft.AspNetCore.Html;
using Project06.BuildingBlocks.Time;
using Project06.Ui;

namespace Project06.CivilStatus.Paper;

/// <summary>Who signed a paper, and when.</summary>
internal sealed record SignatureOnPaper(string Name, DateTimeOffset At);

/// <summary>What every paper of the registers has round its own facts.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="English">The same in small print.</param>
/// <param name="OfficeUnit">"Phường Cửa Nam", the office as it was called.</param>
/// <param name="OfficeProvince">"Thành phố Hà Nội".</param>
/// <param name="Numbers">"Số: 12/2026" and the book, as label and value.</param>
/// <param name="Signatory">What the signature is labelled.</param>
/// <param name="Signed">Null while it is a draft.</param>
/// <param name="RevokedAt">Since when it isn't valid.</param>
/// <param name="DraftNote">What a draft says at its foot.</param>
/// <param name="VerificationUrl">Where its QR code leads.</param>
internal sealed record PaperFrame(
    string Title, string English, string OfficeUnit, string OfficeProvince, IReadOnlyList<(string Label, string Value)> Numbers,
    string Signatory, SignatureOnPaper? Signed, DateTimeOffset? RevokedAt, string DraftNote, string VerificationUrl)
{
    /// <summary>The paper, for the inside of a page.</summary>
    public IHtmlContent Around(params IReadOnlyList<IHtmlContent> sections) => Html.Of($"""
        <article class="cert" lang="vi">
        {Guilloche.Border}
        {Heading}
        <h1 class="cert-title">{Title}<span lang="en">{English}</span></h1>
        {Notice}
        <p class="cert-no">{Html.Join(Numbers.Select(n => Html.Of($"<span>{n.Label}: <strong>{n.Value}</strong></span> ")))}</p>
        {Html.Join(sections)}
        <div class="cert-end">
        {Signature}
        {Foot}
        </div>
        </article>
        """);

    /// <summary>A whole document with its styles inside, to be printed into a file; a density squeezes it.</summary>
    public static string Document(string title, IHtmlContent fragment, string styles, string density = "") => Html.Of($"""
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <title>{title}</title>
        <style>{new HtmlString(styles)}</style>
        </head>
        <body class="cert-file{density}">{fragment}</body>
        </html>
        """).Text();

    private IHtmlContent Heading => Html.Of($"""
        <header class="cert-heading">
        <p class="cert-office">ỦY BAN NHÂN DÂN<br><strong>{OfficeUnit.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))}</strong><br>{OfficeProvince}</p>
        <p class="cert-nation"><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><br><span class="cert-motto">Độc lập – Tự do – Hạnh phúc</span></p>
        </header>
        """);

    private IHtmlContent Notice => (Signed, RevokedAt) switch
    {
        (_, { } revokedAt) => Html.Of(
            $"""<p class="cert-notice"><strong>KHÔNG CÒN GIÁ TRỊ</strong> từ ngày {revokedAt.LegalDate().Written()} <span lang="en">Revoked</span></p>"""),
        (null, null) => Html.Of($"""<p class="cert-notice"><strong>BẢN NHÁP – chưa có giá trị</strong> <span lang="en">Draft – not valid</span></p>"""),
        _ => Html.Nothing,
    };

    private IHtmlContent Signature => Signed is not { } signed
        ? Html.Of($"""<div class="cert-sign"><p><strong>{Signatory}</strong><span lang="en">Signatory</span></p><p class="cert-quiet">(chưa ký)</p></div>""")
        : Html.Of($"""
            <div class="cert-sign">
            <p><strong>{Signatory}</strong><span lang="en">Signatory</span></p>
            <p>TM. Ủy ban nhân dân {PaperRows.LowerFirst(OfficeUnit)}</p>
            <p class="cert-quiet">Đã ký trên hệ thống lúc {signed.At.Written()}</p>
            <p><strong>{signed.Name}</strong></p>
            </div>
            """);

    private IHtmlContent Foot => Html.Of($"""
        <footer class="cert-foot">
        {(Signed is null ? Html.Nothing : QrPicture.Of(VerificationUrl, "Mã QR để kiểm tra giấy này", "cert-qr"))}
        <div>
        {(Signed is null
            ? Html.Of($"<p>{DraftNote}</p>")
            : Html.Of($"""<p>Kiểm tra giấy này còn giá trị hay không: quét mã, hoặc mở <span class="cert-url">{VerificationUrl}</span><span lang="en">Scan to check whether this paper is valid.</span></p>"""))}
        <p>Dữ liệu mẫu – nhân vật giả định. <span class="cert-page">Trang 1/1</span></p>
        </div>
        </footer>
        """);
}
