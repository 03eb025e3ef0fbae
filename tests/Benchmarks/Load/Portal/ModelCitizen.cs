using System.Globalization;
using Project06.Benchmarks.Ground;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>A citizen with an everyday case for each procedure: who they are, and what they say where nothing is offered.</summary>
internal sealed class ModelCitizen(PrivateNation nation, string procedure)
{
    /// <summary>Who files: mothers births, a widow her husband's death, a neighbour the rest.</summary>
    public DemoAccount Account => procedure switch
    {
        "1.000656" => nation.Account("widow"),
        _ => nation.Neighbours[^(1 + Math.Abs(procedure.Sum(letter => letter)) % 8)],
    };

    /// <summary>What to say to a control of the page; null: nothing, or what is offered first.</summary>
    public string? Answer(string control)
    {
        var (field, part) = control.Split('.') is [var name, var rest] ? (name, rest) : (control, "");
        return part switch
        {
            "Number" => Other(field).Number,
            "FullName" => Other(field).Name,
            "Province" => "01",
            "Day" => Day(field).Day.ToString(CultureInfo.InvariantCulture),
            "Month" => Day(field).Month.ToString(CultureInfo.InvariantCulture),
            "Year" => Day(field).Year.ToString(CultureInfo.InvariantCulture),
            _ => Choice(field) ?? Text(field),
        };
    }

    private string? Choice(string field) => (procedure, field) switch
    {
        ("1.001193", "relation") => "mother",
        ("1.001193", "proof") => "notice",
        ("1.000656", "relation") => "spouse",
        ("1.000656", "date-known") => "day",
        ("1.000656", "proof") => "notice",
        (_, "who") => "self",
        ("1.004222", "move-along") => "household",
        ("1.004222", "dwelling") => "family",
        ("1.004222", "relation") => "other",
        _ => null,
    };

    private static string? Text(string field) => field switch
    {
        _ when field.Contains("name", StringComparison.Ordinal) => "An",
        _ when field.Contains("address", StringComparison.Ordinal) => "Số 6 phố Mẫu",
        _ when field.Contains("place", StringComparison.Ordinal) => "Bệnh viện Mẫu, phường Cửa Nam",
        "death-cause" => "Tuổi già",
        "reason" => "Đi làm xa nhà",
        "ground" => "Giấy tờ có trước ghi khác",
        _ when field.Contains("phone", StringComparison.Ordinal) => "0100000000",
        _ when field.Contains("email", StringComparison.Ordinal) => "mau@example.vn",
        _ when field.Contains("copies", StringComparison.Ordinal) || field.Contains("count", StringComparison.Ordinal) => "1",
        _ => null,
    };

    private DemoAccount Other(string field) => field.StartsWith("head", StringComparison.Ordinal) || field.StartsWith("owner", StringComparison.Ordinal)
        ? nation.Account("head")
        : procedure == "1.000656" ? nation.Account("elder") : nation.Account("father");

    private DateOnly Day(string field) => TimeProvider.System.Today().AddDays(field switch
    {
        _ when field.Contains("until", StringComparison.Ordinal) || field.EndsWith("-to", StringComparison.Ordinal) => procedure == "1.004194" ? 60 : 20,
        _ when field.Contains("from", StringComparison.Ordinal) => 2,
        _ => -3,
    });
}
