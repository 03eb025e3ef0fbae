using System.Globalization;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Fees;

namespace Project06.PublicServices.Features.Complaints;

/// <summary>The dated limits of complaints, read from <c>data/complaints</c> at start; never changed while the host runs.</summary>
internal sealed class ComplaintLimitBook(IReadOnlyList<ComplaintLimit> rows)
{
    private const string Refuse = "refuse", Settle = "settle", AnswerBack = "answer-back", WorkingDay = "working-day", Day = "day";

    public IReadOnlyList<ComplaintLimit> Rows { get; } = [.. rows.Select(Checked)];

    /// <summary>The limits of what was filed at this instant.</summary>
    /// <exception cref="InvalidOperationException">The table has none for that day.</exception>
    public ComplaintLimits At(DateTimeOffset filed)
    {
        var on = filed.LegalDate();
        return new ComplaintLimits(Row(Refuse, on), Row(Settle, on), Row(AnswerBack, on));
    }

    /// <summary>The limits that a complaint was filed under.</summary>
    public ComplaintLimits Of(Complaint complaint) => At(complaint.At);

    public static ComplaintLimitBook Read(string folder) => new(
    [
        .. CsvRows.Read(Path.Combine(folder, "limits.csv")).Select(r => new ComplaintLimit(
            r["kind"], int.Parse(r["days"], CultureInfo.InvariantCulture), r["unit"], r["legal"], Date(r["valid_from"])!.Value, Date(r["valid_to"]),
            bool.Parse(r["verified"]))),
    ]);

    private ComplaintLimit Row(string kind, DateOnly on) => Rows.FirstOrDefault(row => row.Kind == kind && row.IsValidOn(on))
        ?? throw new InvalidOperationException($"data/complaints/limits.csv has no row '{kind}' for {on:yyyy-MM-dd}.");

    private static ComplaintLimit Checked(ComplaintLimit row) => (row.Kind, row.Unit) is (Refuse or Settle, WorkingDay) or (AnswerBack, Day) && row.Days > 0
        ? row
        : throw new InvalidOperationException($"data/complaints/limits.csv: {row.Days} '{row.Unit}' don't fit '{row.Kind}'.");

    private static DateOnly? Date(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
