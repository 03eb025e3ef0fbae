namespace Project06.PublicServices.Features.Fees;

/// <summary>The banks by NAPAS BIN, from <c>data/banks</c>. Where two rows have one BIN the later is today's name.</summary>
internal sealed class BankBook(IReadOnlyDictionary<string, string> nameByBin)
{
    public string? NameOf(string bin) => nameByBin.GetValueOrDefault(bin);

    public static BankBook Read(string folder) => new(CsvRows.Read(Path.Combine(folder, "banks_napas.csv"))
        .Where(r => r["bin"].Length == 6).GroupBy(r => r["bin"]).ToDictionary(g => g.Key, g => g.Last()["short_name"]));
}
