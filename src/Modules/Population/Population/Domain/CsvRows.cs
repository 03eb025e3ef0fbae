using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace Project06.Population.Domain;

/// <summary>Rows of this module's small tables of law, by column name.</summary>
internal static class CsvRows
{
    /// <exception cref="InvalidDataException">A row can't be read; says which.</exception>
    public static List<T> Read<T>(string path, Func<IReadOnlyDictionary<string, string>, T> row)
    {
        using var parser = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var header = parser.ReadFields() ?? throw new InvalidDataException($"{path} is empty.");
        var rows = new List<T>();
        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            var fields = parser.ReadFields()!;
            if (fields.Length != header.Length)
                throw new InvalidDataException($"{path}, line {line}: {fields.Length} fields instead of {header.Length}.");
            try
            {
                rows.Add(row(header.Zip(fields).ToDictionary(f => f.First, f => f.Second)));
            }
            catch (Exception e) when (e is FormatException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{path}, line {line}: {e.Message}", e);
            }
        }
        return rows;
    }

    public static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
