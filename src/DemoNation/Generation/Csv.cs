using System.Globalization;
using System.Text;

namespace Project06.DemoNation.Generation;

/// <summary>Reads the comma-separated files of <c>data/</c>: UTF-8, a header row, quotes where needed.</summary>
internal static class Csv
{
    public static List<Row> Read(string folder, string name)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, name), Encoding.UTF8);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in Split(lines[0]))
        {
            columns.Add(column, columns.Count);
        }

        var rows = new List<Row>(lines.Length - 1);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
            {
                rows.Add(new Row(columns, Split(lines[i])));
            }
        }

        return rows;
    }

    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }

    internal readonly struct Row(Dictionary<string, int> columns, string[] cells)
    {
        public string this[string column] => cells[columns[column]];

        public long Number(string column) =>
            this[column].Length == 0 ? 0 : long.Parse(this[column], CultureInfo.InvariantCulture);

        public double Real(string column) =>
            this[column].Length == 0 ? 0 : double.Parse(this[column], CultureInfo.InvariantCulture);
    }
}
