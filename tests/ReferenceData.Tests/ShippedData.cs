using System.Globalization;
using Project06.ReferenceData.Contracts;

namespace Project06.ReferenceData.Tests;

/// <summary>The snapshot of the files that ship with the product, read without a database.</summary>
internal static class ShippedData
{
    private static readonly Lazy<ReferenceSnapshot> Loaded = new(() => new ReferenceSnapshot("test", Rows()));

    public static ReferenceSnapshot Snapshot => Loaded.Value;

    public static WorkingCalendar Office => Snapshot.Calendar(OfficeKinds.CommuneOffice);

    public static WorkingCalendar Police => Snapshot.Calendar(OfficeKinds.CommunePolice);

    public static WorkingCalendar Provincial => Snapshot.Calendar(OfficeKinds.ProvincialPolice);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>A wall-clock time in Viet Nam, "2026-11-18 15:00" or with seconds.</summary>
    public static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    private static ReferenceRows Rows() => new(
        Read("units/units.csv", row => new Unit(
            row["code"]!, row["name"]!, row["name_en"]!, row["full_name"]!, row["full_name_en"]!,
            Enum.Parse<UnitLevel>(row["level"]!), Enum.Parse<UnitType>(row["type"]!), row["parent_code"], row["province_code"]!,
            Date(row["valid_from"]), Date(row["valid_to"]), row["legal_basis"])),
        Read("units/commune_successions.csv", row => new UnitSuccession(
            row["old_level"] is { } level ? Enum.Parse<UnitLevel>(level) : null, row["old_code"], row["old_province_code"]!,
            row["new_code"]!, row["relation"]!, Date(row["effective_date"])!.Value, row["legal_basis"]!, row["confirmed"] == "true")),
        Read("units/identity_number_prefixes.csv", row => new IdentityNumberPrefix(
            row["prefix"]!, row["old_province_code"]!, row["old_province_name"]!, row["legal_basis"]!)),
        Read("calendars/sessions.csv", row => new WorkingSession(
            row["office_kind"]!, Enum.Parse<DayOfWeek>(row["day"]!), TimeOnly.Parse(row["opens"]!, CultureInfo.InvariantCulture),
            TimeOnly.Parse(row["closes"]!, CultureInfo.InvariantCulture), Date(row["valid_from"]), Date(row["valid_to"]),
            row["legal_basis"]!, row["verified"] == "true")),
        Read("calendars/days.csv", row => new CalendarDay(
            Date(row["date"])!.Value, row["office_kind"], Enum.Parse<CalendarDayKind>(row["kind"]!), row["name_vi"]!, row["name_en"]!,
            Date(row["related_date"]), row["legal_basis"]!, row["verified"] == "true")),
        Read("calendars/years.csv", row => new CalendarYear(
            int.Parse(row["year"]!, CultureInfo.InvariantCulture), row["office_kind"]!, row["legal_basis"]!, row["verified"] == "true")),
        [.. new[] { "ethnic_groups", "countries", "people" }.SelectMany(file => Read($"codes/{file}.csv", row => new CodeEntry(
            row["system"]!, row["code"]!, row["name_vi"]!, row["name_en"]!, int.Parse(row["sort_order"]!, CultureInfo.InvariantCulture),
            Date(row["valid_from"]), Date(row["valid_to"]), row["legal_basis"]!, row["verified"] == "true")))]);

    private static DateOnly? Date(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<T> Read<T>(string path, Func<Row, T> read)
    {
        var lines = File.ReadLines(Path.Combine(Folder, path)).Select(Fields).ToArray();
        return [.. lines.Skip(1).Select(line => read(new Row(lines[0], line)))];
    }

    // The shipped files have no line breaks inside fields.
    private static string[] Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == ',' && !quoted)
                fields.Add("");
            else if (c == '"')
                quoted = !quoted;
            else
                fields[^1] += c;
        }
        return [.. fields];
    }

    private readonly struct Row(string[] header, string[] fields)
    {
        public string? this[string column] => fields[Array.IndexOf(header, column)] is { Length: > 0 } text ? text : null;
    }
}
