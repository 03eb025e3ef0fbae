using System.Globalization;
using Microsoft.AspNetCore.Html;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;
using static Project06.CivilStatus.Paper.PaperRows;

namespace Project06.CivilStatus.Paper;

/// <summary>
/// The birth certificate as markup: the same for the screen, the printer and the file. The facts are those of Law
/// 60/2014 art. 14; the design is this product's. Vietnamese on every paper, English labels in small print.
/// </summary>
internal static class CertificatePaper
{
    /// <summary>The paper, for the inside of a page.</summary>
    /// <param name="entry">The entry it certifies.</param>
    /// <param name="verificationUrl">Where its QR code leads.</param>
    public static IHtmlContent Fragment(BirthEntry entry, string verificationUrl) => new PaperFrame(
        "Giấy khai sinh", "Birth certificate", entry.OfficeUnit, entry.OfficeProvince,
        [("Số", entry.EntryNumber), ("Quyển số", entry.BookNumber)], "Người ký giấy khai sinh",
        entry.SignedAt is { } signedAt ? new SignatureOnPaper(entry.SignedByName!, signedAt) : null, entry.RevokedAt,
        "Bản nháp để người đi khai sinh kiểm tra.", verificationUrl).Around(Facts(entry, BirthWords.Of(entry)));

    /// <summary>What a certificate and a copy of it both say; a copy in the words the entry reads by today.</summary>
    public static IReadOnlyList<IHtmlContent> Facts(BirthEntry entry, BirthWords words) =>
    [
        Section("Người được khai sinh", "The child", ChildRows(entry, words)),
        Section("Người mẹ", "Mother", ParentRows(entry.Mother)),
        Section("Người cha", "Father", ParentRows(entry.Father)),
        Section("Đăng ký", "Registration", RegistrationRows(entry)),
    ];

    public static string SexName(Sex sex) => sex switch
    {
        Sex.Male => "Nam",
        Sex.Female => "Nữ",
        _ => "Chưa xác định",
    };

    private static IReadOnlyList<IHtmlContent> ChildRows(BirthEntry entry, BirthWords words) =>
    [
        Row("Họ, chữ đệm, tên", "Full name", Name(words.Name), Whole),
        Row("Ngày, tháng, năm sinh", "Date of birth", words.BirthDate.Written(), TwoThirds),
        Row("Số định danh cá nhân", "Personal number", Html.Of($"""<strong>{entry.ChildNumber ?? "chưa cấp"}</strong>"""), Third),
        Row("Ngày sinh ghi bằng chữ", "Date of birth in words", DateInWords.Of(words.BirthDate), Whole),
        Row("Giới tính", "Sex", SexName(words.Sex), Third),
        Row("Dân tộc", "Ethnic group", words.Ethnicity, Third),
        Row("Quốc tịch", "Nationality", words.Nationality, Third),
        Row("Nơi sinh", "Place of birth", words.BirthPlace, Whole),
        Row("Quê quán", "Native place", words.NativePlace, Whole),
    ];

    private static IReadOnlyList<IHtmlContent> ParentRows(PersonOnPaper? parent) => parent is null
        ? [Html.Of($"""<div class="cert-whole"><dt class="cert-hidden">Thông tin</dt><dd>(để trống)</dd></div>""")]
        :
        [
            Row("Họ, chữ đệm, tên", "Full name", Html.Of($"""<strong>{parent.Name}</strong>"""), Whole),
            Row("Năm sinh", "Year of birth", parent.BirthYear.ToString(CultureInfo.InvariantCulture), Third),
            Row("Dân tộc", "Ethnic group", parent.Ethnicity, Third),
            Row("Quốc tịch", "Nationality", parent.Nationality, Third),
            Row("Nơi cư trú", "Residence", parent.Residence, Whole),
        ];

    private static IReadOnlyList<IHtmlContent> RegistrationRows(BirthEntry entry) =>
    [
        Row("Người đi khai sinh", "Declared by", $"{entry.RequesterName} ({entry.RequesterRelation})", TwoThirds),
        Row("Ngày đăng ký", "Registered on", entry.RegisteredOn.Written(), Third),
        Row("Nơi đăng ký khai sinh", "Registered at", Committee(entry.OfficeUnit, entry.OfficeProvince), Whole),
    ];
}
