using System.Globalization;
using Microsoft.AspNetCore.Html;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Domain;
using static Project06.CivilStatus.Paper.PaperRows;

namespace Project06.CivilStatus.Paper;

/// <summary>
/// The extract of a death as markup (facts: Decree 123/2015 art. 4): name, birth year, number, place, cause, hour, day,
/// month, year of death. What it is called follows from the day it was signed.
/// </summary>
internal static class DeathExtractPaper
{
    /// <summary>The paper, for the inside of a page.</summary>
    /// <param name="entry">The entry it certifies.</param>
    /// <param name="rule">The rules of today: what a draft will be called.</param>
    /// <param name="verificationUrl">Where its QR code leads.</param>
    public static IHtmlContent Fragment(DeathEntry entry, DeathRule rule, string verificationUrl) => new PaperFrame(
        entry.PaperTitle ?? rule.PaperTitle, entry.PaperTitleEn ?? rule.PaperTitleEn, entry.OfficeUnit, entry.OfficeProvince,
        [("Số", entry.EntryNumber), ("Quyển số", entry.BookNumber)], "Người ký",
        entry.SignedAt is { } signedAt ? new SignatureOnPaper(entry.SignedByName!, signedAt) : null, entry.RevokedAt,
        "Bản nháp để người đi khai tử kiểm tra.", verificationUrl).Around(Facts(entry));

    /// <summary>What the extract and a copy of it both say.</summary>
    public static IReadOnlyList<IHtmlContent> Facts(DeathEntry entry) =>
    [
        Section("Người chết", "The deceased",
            Row("Họ, chữ đệm, tên", "Full name", Name(entry.Deceased.Name), Whole),
            Row("Năm sinh", "Year of birth", entry.Deceased.BirthYear.ToString(CultureInfo.InvariantCulture), Third),
            Row("Giới tính", "Sex", CertificatePaper.SexName(entry.DeceasedSex), Third),
            Row("Số định danh cá nhân", "Personal number", Html.Of($"<strong>{entry.DeceasedNumber}</strong>"), Third),
            Row("Dân tộc", "Ethnic group", entry.Deceased.Ethnicity, Third),
            Row("Quốc tịch", "Nationality", entry.Deceased.Nationality, Third),
            Row("Nơi cư trú cuối cùng", "Last residence", entry.Deceased.Residence, Whole)),
        Section("Việc chết", "The death",
            Row("Đã chết vào", "Died at", Html.Of($"<strong>{entry.Died.Written}</strong>"), Whole),
            Row("Nơi chết", "Place of death", entry.DeathPlace, Whole),
            Row("Nguyên nhân chết", "Cause of death", entry.DeathCause, Whole),
            Row("Giấy báo tử hoặc giấy thay thế, số", "Number of the death notice", entry.NoticeNumber ?? "–", Whole)),
        Section("Đăng ký", "Registration",
            Row("Người đi khai tử", "Reported by", $"{entry.RequesterName} ({entry.RequesterRelation})", TwoThirds),
            Row("Ngày đăng ký", "Registered on", entry.RegisteredOn.Written(), Third),
            Row("Nơi đăng ký khai tử", "Registered at", Committee(entry.OfficeUnit, entry.OfficeProvince), Whole)),
    ];
}
