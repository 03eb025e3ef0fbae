using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace Project06.Population.Domain;

/// <summary>One ground of art. 31(1), and from which duration on it must be declared.</summary>
/// <param name="Code">a, b, c or d.</param>
/// <param name="TextVi">The ground in Vietnamese.</param>
/// <param name="TextEn">The ground in English.</param>
/// <param name="LeastDays">Days away, first and last included, from which on it is declared; or null.</param>
/// <param name="LeastMonths">Months away likewise; or null.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force; null: still.</param>
/// <param name="LegalBasis">Where it is said.</param>
/// <param name="Verified">Whether today's law says so, rather than our reading of it.</param>
internal sealed record AbsenceGround(
    string Code, string TextVi, string TextEn, int? LeastDays, int? LeastMonths, DateOnly ValidFrom, DateOnly? ValidTo,
    string LegalBasis, bool Verified)
{
    /// <summary>Whether an absence is long enough to be declared.</summary>
    public bool Reaches(DateOnly from, DateOnly until)
    {
        var back = until.AddDays(1);
        return (LeastDays is not { } days || back >= from.AddDays(days)) && (LeastMonths is not { } months || back >= from.AddMonths(months));
    }
}

/// <summary>The grounds by day, from <c>data/population/absence_grounds.csv</c>.</summary>
internal sealed class AbsenceGrounds(IReadOnlyList<AbsenceGround> rows)
{
    public AbsenceGround? Find(string? code, DateOnly on) =>
        rows.FirstOrDefault(r => r.Code == code && r.ValidFrom <= on && (r.ValidTo is null || on <= r.ValidTo));

    /// <exception cref="InvalidDataException">A row can't be read; says which.</exception>
    public static AbsenceGrounds Read(string path)
    {
        using var parser = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var header = parser.ReadFields() ?? throw new InvalidDataException($"{path} is empty.");
        var rows = new List<AbsenceGround>();
        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            var fields = parser.ReadFields()!;
            if (fields.Length != header.Length)
                throw new InvalidDataException($"{path}, line {line}: {fields.Length} fields instead of {header.Length}.");
            try
            {
                rows.Add(Row(header.Zip(fields).ToDictionary(f => f.First, f => f.Second)));
            }
            catch (Exception e) when (e is FormatException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{path}, line {line}: {e.Message}", e);
            }
        }
        return new AbsenceGrounds(rows);
    }

    private static AbsenceGround Row(Dictionary<string, string> row) => new(
        row["ground"], row["text_vi"], row["text_en"], Number(row["least_days"]), Number(row["least_months"]),
        Day(row["valid_from"]) ?? throw new FormatException("valid_from is missing."), Day(row["valid_to"]),
        row["legal_basis"], bool.Parse(row["verified"]));

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
