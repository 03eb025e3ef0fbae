using System.IO.Compression;
using System.Text;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Rows of a comma-separated file with a header, packed or not, quoted where needed (RFC 4180).</summary>
internal static class CsvRows
{
    public static IEnumerable<Func<string, string>> Read(string path)
    {
        using var file = Open(path);
        using var reader = new StreamReader(file, Encoding.UTF8);
        Dictionary<string, int>? columns = null;
        foreach (var row in Rows(reader.ReadToEnd()))
        {
            if (columns is null)
                columns = row.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i);
            else if (row.Count != columns.Count)
                throw new InvalidDataException($"{path}: a row with {row.Count} fields instead of {columns.Count}: {row[0]}");
            else
            {
                var known = columns;
                yield return name => row[known[name]];
            }
        }
    }

    public static Stream Open(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
                row.Add(Take(field));
            else if (letter == '\n' && !quoted)
            {
                row.Add(Take(field));
                yield return row;
                row = [];
            }
            else if (letter != '\r' || quoted)
                field.Append(letter);
        }
        if (row.Count > 0 || field.Length > 0)
            yield return [.. row, field.ToString()];
    }

    private static string Take(StringBuilder field)
    {
        var text = field.ToString();
        field.Clear();
        return text;
    }
}
