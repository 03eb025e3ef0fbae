using System.Globalization;
using Microsoft.AspNetCore.Html;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Paper;

/// <summary>
/// The birth certificate as markup: the same for the screen, the printer and the file. The facts are those of Law
/// 60/2014 art. 14; the design is this product's. Vietnamese on every paper, English labels in small print.
/// </summary>
internal static class CertificatePaper
{
    // How much of a line a field takes, where the paper is wide enough.
    private const string Whole = "cert-whole", TwoThirds = "cert-two-thirds", Third = "cert-third";

    /// <summary>The paper, for the inside of a page.</summary>
    /// <param name="entry">The entry it certifies.</param>
    /// <param name="verificationUrl">Where its QR code leads.</param>
    public static IHtmlContent Fragment(BirthEntry entry, string verificationUrl) => Html.Of($"""
        <article class="cert" lang="vi">
        {Guilloche.Border}
        {Heading(entry)}
        <h1 class="cert-title">Giấy khai sinh<span lang="en">Birth certificate</span></h1>
        {Notice(entry)}
        <p class="cert-no"><span>Số: <strong>{entry.EntryNumber}</strong></span> <span>Quyển số: <strong>{entry.BookNumber}</strong></span></p>
        {Section("Người được khai sinh", "The child", ChildRows(entry))}
        {Section("Người mẹ", "Mother", ParentRows(entry.Mother))}
        {Section("Người cha", "Father", ParentRows(entry.Father))}
        {Section("Đăng ký", "Registration", RegistrationRows(entry))}
        <div class="cert-end">
        {Signature(entry)}
        {Foot(entry, verificationUrl)}
        </div>
        </article>
        """);

    /// <summary>A whole document with its styles inside, to be printed into a file.</summary>
    public static string Document(BirthEntry entry, string verificationUrl, string styles) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <title>Giấy khai sinh số {entry.EntryNumber}</title>
        <style>{new HtmlString(styles)}</style>
        </head>
        <body class="cert-file">{Fragment(entry, verificationUrl)}</body>
        </html>
        """).Text();

    public static string SexName(Sex sex) => sex switch
    {
        Sex.Male => "Nam",
        Sex.Female => "Nữ",
        _ => "Chưa xác định",
    };

    private static IHtmlContent Heading(BirthEntry entry) => Html.Of($"""
        <header class="cert-heading">
        <p class="cert-office">ỦY BAN NHÂN DÂN<br><strong>{entry.OfficeUnit.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))}</strong><br>{entry.OfficeProvince}</p>
        <p class="cert-nation"><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong><br><span class="cert-motto">Độc lập – Tự do – Hạnh phúc</span></p>
        </header>
        """);

    private static IHtmlContent Notice(BirthEntry entry) => entry.State switch
    {
        BirthEntryState.Signed => Html.Nothing,
        BirthEntryState.Revoked => Html.Of(
            $"""<p class="cert-notice"><strong>KHÔNG CÒN GIÁ TRỊ</strong> từ ngày {entry.RevokedAt!.Value.LegalDate().Written()} <span lang="en">Revoked</span></p>"""),
        _ => Html.Of($"""<p class="cert-notice"><strong>BẢN NHÁP – chưa có giá trị</strong> <span lang="en">Draft – not valid</span></p>"""),
    };

    private static IHtmlContent Section(string title, string english, IHtmlContent rows) => Html.Of(
        $"""<section class="cert-section"><h2>{title}<span lang="en">{english}</span></h2><dl>{rows}</dl></section>""");

    private static IHtmlContent ChildRows(BirthEntry entry) => Html.Join(
    [
        Row("Họ, chữ đệm, tên", "Full name", Html.Of($"""<strong class="cert-name">{entry.ChildName}</strong>"""), Whole),
        Row("Ngày, tháng, năm sinh", "Date of birth", entry.ChildBirthDate.Written(), TwoThirds),
        Row("Số định danh cá nhân", "Personal number", Html.Of($"""<strong>{entry.ChildNumber ?? "chưa cấp"}</strong>"""), Third),
        Row("Ngày sinh ghi bằng chữ", "Date of birth in words", DateInWords.Of(entry.ChildBirthDate), Whole),
        Row("Giới tính", "Sex", SexName(entry.ChildSex), Third),
        Row("Dân tộc", "Ethnic group", entry.ChildEthnicity, Third),
        Row("Quốc tịch", "Nationality", entry.ChildNationality, Third),
        Row("Nơi sinh", "Place of birth", entry.ChildBirthPlace, Whole),
        Row("Quê quán", "Native place", entry.ChildNativePlace, Whole),
    ]);

    private static IHtmlContent ParentRows(PersonOnPaper? parent) => parent is null
        ? Html.Of($"""<div class="cert-whole"><dt class="cert-hidden">Thông tin</dt><dd>(để trống)</dd></div>""")
        : Html.Join(
        [
            Row("Họ, chữ đệm, tên", "Full name", Html.Of($"""<strong>{parent.Name}</strong>"""), Whole),
            Row("Năm sinh", "Year of birth", parent.BirthYear.ToString(CultureInfo.InvariantCulture), Third),
            Row("Dân tộc", "Ethnic group", parent.Ethnicity, Third),
            Row("Quốc tịch", "Nationality", parent.Nationality, Third),
            Row("Nơi cư trú", "Residence", parent.Residence, Whole),
        ]);

    private static IHtmlContent RegistrationRows(BirthEntry entry) => Html.Join(
    [
        Row("Người đi khai sinh", "Declared by", $"{entry.RequesterName} ({entry.RequesterRelation})", TwoThirds),
        Row("Ngày đăng ký", "Registered on", entry.RegisteredOn.Written(), Third),
        Row("Nơi đăng ký khai sinh", "Registered at", $"Ủy ban nhân dân {LowerFirst(entry.OfficeUnit)}, {LowerFirst(entry.OfficeProvince)}", Whole),
    ]);

    private static IHtmlContent Row(string label, string english, string value, string width) =>
        Row(label, english, Html.Of($"{value}"), width);

    private static IHtmlContent Row(string label, string english, IHtmlContent value, string width) => Html.Of(
        $"""<div class="{width}"><dt>{label}<span lang="en">{english}</span></dt><dd>{value}</dd></div>""");

    private static IHtmlContent Signature(BirthEntry entry) => entry.SignedAt is not { } signedAt
        ? Html.Of($"""<div class="cert-sign"><p><strong>Người ký giấy khai sinh</strong><span lang="en">Signatory</span></p><p class="cert-quiet">(chưa ký)</p></div>""")
        : Html.Of($"""
            <div class="cert-sign">
            <p><strong>Người ký giấy khai sinh</strong><span lang="en">Signatory</span></p>
            <p>TM. Ủy ban nhân dân {LowerFirst(entry.OfficeUnit)}</p>
            <p class="cert-quiet">Đã ký trên hệ thống lúc {signedAt.Written()}</p>
            <p><strong>{entry.SignedByName}</strong></p>
            </div>
            """);

    private static IHtmlContent Foot(BirthEntry entry, string verificationUrl) => Html.Of($"""
        <footer class="cert-foot">
        {(entry.SignedAt is null ? Html.Nothing : QrPicture.Of(verificationUrl, "Mã QR để kiểm tra giấy này"))}
        <div>
        {(entry.SignedAt is null
            ? Html.Of($"<p>Bản nháp để người đi khai sinh kiểm tra.</p>")
            : Html.Of($"""<p>Kiểm tra giấy này còn giá trị hay không: quét mã, hoặc mở <span class="cert-url">{verificationUrl}</span><span lang="en">Scan to check whether this paper is valid.</span></p>"""))}
        <p>Dữ liệu mẫu – nhân vật giả định. <span class="cert-page">Trang 1/1</span></p>
        </div>
        </footer>
        """);

    internal static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
