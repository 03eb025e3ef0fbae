using Microsoft.AspNetCore.Html;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Paper;

/// <summary>What a copy is made from.</summary>
internal sealed record CopySource(
    RegisterKind Of, Guid EntryId, string? ContentHash, string Title, string English, string EntryNumber, string BookNumber,
    IReadOnlyList<IHtmlContent> Sections);

/// <summary>A numbered copy of an entry, from the register itself.</summary>
internal static class CopyPaper
{
    public static IHtmlContent Fragment(EntryCopy copy, CopySource source, string verificationUrl) => new PaperFrame(
        $"{source.Title} (bản sao)", $"{source.English} (copy)", copy.OfficeUnit, copy.OfficeProvince,
        [("Bản sao số", copy.CopyNumber), ("Sổ gốc, số", source.EntryNumber), ("Quyển số", source.BookNumber)], "Người ký bản sao",
        new SignatureOnPaper(copy.SignedByName, copy.SignedAt), null, "", verificationUrl).Around(source.Sections);
}
