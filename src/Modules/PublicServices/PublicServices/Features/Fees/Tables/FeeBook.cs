using System.Globalization;
using System.Text;
using Project06.BuildingBlocks.Money;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A province's own amount; it stands in the place of the nation's.</summary>
internal sealed record ProvincialFee(
    string Province, string Procedure, Channel? Channel, Vnd Amount, DateOnly ValidFrom, DateOnly? ValidTo, string Legal, bool Verified);

/// <summary>Who need not pay, and how it is shown.</summary>
internal sealed record Exemption(
    string Code, IReadOnlyList<string> Procedures, Words Name, Words Evidence, DateOnly ValidFrom, DateOnly? ValidTo, string Legal, bool Verified);

/// <summary>Whether a fee is given back when a dossier ends in a state.</summary>
internal sealed record RefundRule(
    string Procedure, int EndState, bool Accepted, bool Refundable, DateOnly ValidFrom, DateOnly? ValidTo, string Legal, bool Verified);

/// <summary>The fee tables that aren't the nation's, read from <c>data/fees</c> at start; never changed while the host runs.</summary>
internal sealed class FeeBook(IReadOnlyList<ProvincialFee> provincial, IReadOnlyList<Exemption> exemptions, IReadOnlyList<RefundRule> refunds)
{
    /// <summary>The province's decision in force on that day, if it has one; the first row that fits.</summary>
    public ProvincialFee? Provincial(string province, string procedure, Channel channel, DateOnly on) => provincial.FirstOrDefault(f =>
        f.Province == province && f.Procedure == procedure && (f.Channel is null || f.Channel == channel) && InForce(f.ValidFrom, f.ValidTo, on));

    /// <summary>The kinds of persons whom a procedure exempted on that day.</summary>
    public IReadOnlyList<Exemption> Exemptions(string procedure, DateOnly on) =>
        [.. exemptions.Where(e => e.Procedures.Contains(procedure) && InForce(e.ValidFrom, e.ValidTo, on))];

    /// <summary>A kind by code, also one that is no longer in force: an old dossier may have claimed it.</summary>
    public Exemption? Exemption(string? code) => exemptions.FirstOrDefault(e => e.Code == code);

    /// <summary>What is said about giving back when a dossier ended so; the procedure's own row before the one of all.</summary>
    public RefundRule? Refund(string procedure, int endState, bool accepted, DateOnly on) => refunds
        .Where(r => (r.Procedure == procedure || r.Procedure == "*") && r.EndState == endState && r.Accepted == accepted && InForce(r.ValidFrom, r.ValidTo, on))
        .OrderBy(r => r.Procedure == "*").FirstOrDefault();

    public static FeeBook Read(string folder) => new(
        [
            .. CsvRows.Read(Path.Combine(folder, "provincial.csv")).Select(r => new ProvincialFee(
                r["province"], r["procedure"], r["channel"] is { Length: > 0 } channel ? Enum.Parse<Channel>(channel, ignoreCase: true) : null,
                new Vnd(long.Parse(r["amount"], CultureInfo.InvariantCulture)), Date(r["valid_from"])!.Value, Date(r["valid_to"]), r["legal"], bool.Parse(r["verified"]))),
        ],
        [
            .. CsvRows.Read(Path.Combine(folder, "exemptions.csv")).Select(r => new Exemption(
                r["code"], r["procedures"].Split(' '), new Words(r["name_vi"], r["name_en"]), new Words(r["evidence_vi"], r["evidence_en"]),
                Date(r["valid_from"])!.Value, Date(r["valid_to"]), r["legal"], bool.Parse(r["verified"]))),
        ],
        [
            .. CsvRows.Read(Path.Combine(folder, "refund_rules.csv")).Select(r => new RefundRule(
                r["procedure"], int.Parse(r["end_state"], CultureInfo.InvariantCulture), bool.Parse(r["accepted"]), bool.Parse(r["refundable"]),
                Date(r["valid_from"])!.Value, Date(r["valid_to"]), r["legal"], bool.Parse(r["verified"]))),
        ]);

    private static bool InForce(DateOnly from, DateOnly? to, DateOnly on) => from <= on && (to is null || on <= to);

    private static DateOnly? Date(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Comma-separated rows by the names of a header row; quotes where a cell has commas.</summary>
internal static class CsvRows
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path) => Parse(File.ReadAllText(path, Encoding.UTF8));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')).ToList();
        var header = Split(lines[0]);
        return [.. lines.Skip(1).Select(l => Split(l)).Select(cells =>
            (IReadOnlyDictionary<string, string>)header.Select((name, i) => (name, Cell: i < cells.Count ? cells[i] : "")).ToDictionary(c => c.name, c => c.Cell))];
    }

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
