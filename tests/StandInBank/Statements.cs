using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Project06.StandInBank;

/// <summary>A day's statement in two shapes.</summary>
internal static class Statements
{
    public static string Csv(IEnumerable<Line> lines)
    {
        var text = new StringBuilder("type,transaction,reference,amount,at\n");
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.Type},{line.Transaction},{line.Reference},{line.Amount},{line.At:O}\n");
        return text.ToString();
    }

    /// <summary>Shaped like ISO 20022 camt.053; not certified by anybody.</summary>
    public static string Camt053(DateOnly day, IReadOnlyCollection<Line> lines)
    {
        XNamespace iso = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
        return new XDocument(new XComment(" not certified "), new XElement(iso + "Document", new XElement(iso + "BkToCstmrStmt",
            new XElement(iso + "GrpHdr", new XElement(iso + "MsgId", $"STMT-{day:yyyyMMdd}"), new XElement(iso + "CreDtTm", $"{day.AddDays(1):yyyy-MM-dd}T00:00:00+07:00")),
            new XElement(iso + "Stmt", new XElement(iso + "Id", $"{day:yyyyMMdd}"), lines.Select(line => new XElement(iso + "Ntry",
                new XElement(iso + "Amt", new XAttribute("Ccy", "VND"), line.Amount),
                new XElement(iso + "CdtDbtInd", line.Type == "payment" ? "CRDT" : "DBIT"),
                new XElement(iso + "Sts", new XElement(iso + "Cd", "BOOK")),
                new XElement(iso + "BookgDt", new XElement(iso + "DtTm", line.At.ToString("O", CultureInfo.InvariantCulture))),
                new XElement(iso + "AcctSvcrRef", line.Transaction),
                new XElement(iso + "NtryDtls", new XElement(iso + "TxDtls", new XElement(iso + "Refs", new XElement(iso + "EndToEndId", line.Reference)))))))))).ToString();
    }
}
