using Microsoft.AspNetCore.Html;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Domain;
using static Project06.CivilStatus.Paper.PaperRows;

namespace Project06.CivilStatus.Paper;

/// <summary>The extract of a note beside an entry: what stood there, what stands there now, why.</summary>
internal static class ChangePaper
{
    public static string Title(EntryChange change) => $"Trích lục {change.KindWord} hộ tịch";

    public static IHtmlContent Fragment(EntryChange change, BirthEntry entry, string verificationUrl) => new PaperFrame(
        Title(change), English(change.Kind), change.OfficeUnit, change.OfficeProvince,
        [("Số", change.EntryNumber), ("Quyển số", change.BookNumber)], "Người ký",
        change.SignedAt is { } signedAt ? new SignatureOnPaper(change.SignedByName!, signedAt) : null, null,
        "Bản nháp để người yêu cầu kiểm tra.", verificationUrl).Around(
        Section("Việc hộ tịch", "The entry",
            Row("Của", "Of", Name(change.SubjectName), Whole),
            Row("Khai sinh số", "Birth entry", $"{entry.EntryNumber}, quyển {entry.BookNumber}", TwoThirds),
            Row("Ngày đăng ký", "Registered on", entry.RegisteredOn.Written(), Third),
            Row("Nơi đăng ký khai sinh", "Registered at", Committee(entry.OfficeUnit, entry.OfficeProvince), Whole)),
        Section($"Nội dung {change.KindWord}", "What is different",
            [.. change.Fields.Select(f => Row(
                FieldNames.Of(f.Field), "as registered → now",
                Html.Of($"{FieldNames.Words(f.OldWords)} → <strong>{FieldNames.Words(f.NewWords)}</strong>"), Whole))]),
        Section("Căn cứ", "Ground",
            Row("Lý do", "Reason", change.Ground, Whole),
            Row("Người yêu cầu", "Asked for by", change.RequesterName, TwoThirds),
            Row("Ngày đăng ký", "Registered on", change.RegisteredOn.Written(), Third)));

    /// <summary>The notes of an entry, as its copies repeat them.</summary>
    public static IEnumerable<IHtmlContent> Notes(IReadOnlyList<EntryChange> signed) => signed.Count == 0
        ? []
        : [Section("Ghi chú", "Notes", [.. signed.Select(c => Row($"{Upper(c.KindWord)} số {c.EntryNumber}, ngày {c.RegisteredOn.Written()}", "note", Note(c), Whole))])];

    /// <summary>"Nơi sinh: – nay ghi Bệnh viện mẫu".</summary>
    public static string Note(EntryChange change) => string.Join(
        "; ", change.Fields.Select(f => $"{FieldNames.Of(f.Field)}: “{FieldNames.Words(f.OldWords)}” nay ghi “{FieldNames.Words(f.NewWords)}”"));

    public static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string English(ChangeKind kind) => kind switch
    {
        ChangeKind.Change => "Extract of a change",
        ChangeKind.Correction => "Extract of a correction",
        _ => "Extract of a supplement",
    };
}
