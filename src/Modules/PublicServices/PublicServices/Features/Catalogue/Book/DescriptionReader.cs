using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Reads the two shapes of descriptions: the portal's own, and the ministries' annexes.</summary>
internal static partial class DescriptionReader
{
    // The annexes were taken off a page; its buttons came with them.
    private const string PageRest = "Từ khóa";

    public static DescriptionText FromPortal(JsonElement root) => new(
        Text(root, "decision"),
        Date(root, "decision_date"),
        Date(root, "updated"),
        Names(root, "executing"),
        Names(root, "authority"),
        Names(root, "coordinating"),
        [.. List(root, "methods").Select(method => new DescribedMethod(
            Text(method, "channel"), Text(method, "time"), Text(method, "unit"), Text(method, "note"),
            [.. List(method, "fees").Select(PortalFee).Where(fee => fee.Amount is not null || fee.Note.Length > 0).Distinct()]))],
        [.. List(root, "cases").Select(c => new DescribedCase(Text(c, "name"), Text(c, "days"), Text(c, "unit")))],
        Papers(root),
        Names(root, "results"),
        [.. List(root, "legal_basis").Select(law => new DescribedLaw(Text(law, "number"), Text(law, "title"))).Distinct()],
        Text(root, "conditions"),
        [.. List(root, "steps").Select(step => step.ToString())]);

    public static DescriptionText FromMinistry(JsonElement root) => new(
        Text(root, "decision"),
        null,
        null,
        [Text(root, "executing_agency")],
        [],
        [],
        [.. List(root, "methods").Select(method => new DescribedMethod(
            Text(method, "channel"), Text(method, "time"), Text(method, "unit"), WithoutHoles(Text(method, "text")), MinistryFees(method)))],
        [],
        Papers(root),
        [.. ResultCode().Split(Before(Text(root, "results"), PageRest)).Select(result => result.Trim(' ', '-', '+', '*', '\n', '.')).Where(result => result.Length > 1).Distinct()],
        [.. List(root, "legal_basis").Select(law => new DescribedLaw(law.ToString(), ""))],
        Text(root, "conditions"),
        [Text(root, "steps")]);

    private static DescribedFee PortalFee(JsonElement fee)
    {
        var note = Text(fee, "note");
        var amount = fee.TryGetProperty("amount", out var told) && told.TryGetInt64(out var number) ? number : (long?)null;
        // Nought beside a note means that the note tells how much.
        return new DescribedFee(amount == 0 && note.Length > 0 ? null : amount, Text(fee, "currency"), note);
    }

    private static IReadOnlyList<DescribedFee> MinistryFees(JsonElement method) =>
    [
        .. List(method, "fees_vnd").Select(fee => new DescribedFee(fee.GetInt64(), "VND", "")),
        .. List(method, "fees_usd").Select(fee => new DescribedFee(decimal.TryParse(fee.ToString(), CultureInfo.InvariantCulture, out var dollars) ? (long)dollars : null, "USD", "")),
    ];

    private static IReadOnlyList<PaperGroup> Papers(JsonElement root) =>
    [
        .. List(root, "dossiers").Select(group => new PaperGroup(
            Text(group, "name").Trim('-', '*', ' ', ':'),
            [
                .. List(group, "documents").Select(paper => new DescribedPaper(
                    WithoutFile(Text(paper, "name")).Trim('-', '+', '*', '•', ' ', '\t'), Count(paper, "original"), Count(paper, "copy"),
                    [.. List(paper, "forms").Select(form => form.ToString())])).Where(paper => paper.Name.Length > 0),
            ])).Where(group => group.Papers.Count > 0),
    ];

    private static string WithoutFile(string name) => FileName().Replace(name, "");
    private static string WithoutHoles(string text) => text.Replace("Không có thông tin", "", StringComparison.Ordinal).Trim();
    private static string Before(string text, string end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;
    private static int Count(JsonElement paper, string name) => paper.TryGetProperty(name, out var told) && told.TryGetInt32(out var number) ? number : 0;
    private static IReadOnlyList<string> Names(JsonElement root, string name) =>
        [.. List(root, name).Select(item => Text(item, "name").Trim(' ', '.', '-', '+', '*')).Where(text => text.Length > 0).Distinct()];

    private static IEnumerable<JsonElement> List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var text) && text.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object)
            ? text.ToString().Trim() : "";

    private static DateOnly? Date(JsonElement root, string name) =>
        DateOnly.TryParseExact(Text(root, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"Mã:\s*[\w.]+?\d{5,6}")]
    private static partial Regex ResultCode();

    // The name of a form's file stands glued to the paper's name.
    [GeneratedRegex(@"(?<=[.)\p{Ll}\d])\s*[^.;()\n]{0,60}\.(docx?|pdf|xlsx?|rar|zip)$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
