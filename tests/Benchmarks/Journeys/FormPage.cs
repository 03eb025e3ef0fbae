using System.Text.RegularExpressions;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Journeys;

/// <summary>What was given on one page.</summary>
/// <param name="Fields">By field: what was typed or chosen; a date as yyyy-MM-dd.</param>
/// <param name="Papers">Names of the files sent, with their fields.</param>
internal sealed record GivenAnswers(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<(string Field, string Name)> Papers);

/// <summary>A page of a procedure's form, filled in by what it asks.</summary>
internal static partial class FormPage
{
    /// <summary>Fills in the page's form.</summary>
    /// <param name="page">The question.</param>
    /// <param name="answer">What the citizen says to a control; null: what is offered first.</param>
    /// <param name="paper">The name of each file to send for a field, as many as are named.</param>
    public static (WebForm Form, GivenAnswers Given) Fill(WebPage page, Func<string, string?> answer, Func<string, IReadOnlyList<string>> paper)
    {
        var form = page.Form("[name]:not([type=hidden])");
        var given = new Dictionary<string, string>();
        var papers = new List<(string, string)>();
        foreach (var (name, kind, offered, filled) in form.Controls().ToList())
        {
            if (kind == "file")
            {
                foreach (var file in paper(name))
                {
                    form.Attach(name, file, "image/png", SamplePhoto.Png);
                    papers.Add((name, file));
                }
            }
            else if (answer(name) is { } said && (offered.Count == 0 || offered.Contains(said)))
            {
                form.Set(name, given[name] = said);
            }
            else if (!filled && offered.FirstOrDefault(o => o is not ("other" or "none")) is { } first)
            {
                form.Set(name, given[name] = first);
            }
        }
        return (form, new GivenAnswers(Gather(given), papers));
    }

    // The three boxes of a date are one answer; who a number and a name stand for, the server finds.
    private static Dictionary<string, string> Gather(Dictionary<string, string> given)
    {
        var gathered = given.Where(g => !g.Key.Contains('.', StringComparison.Ordinal)).ToDictionary();
        foreach (var field in given.Keys.Select(k => DatePart().Match(k)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct())
        {
            if (given.TryGetValue(field + ".Year", out var year) && given.TryGetValue(field + ".Month", out var month) && given.TryGetValue(field + ".Day", out var day))
                gathered[field] = $"{year.PadLeft(4, '0')}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        }
        return gathered;
    }

    [GeneratedRegex(@"^(.+)\.(?:Day|Month|Year)$")]
    private static partial Regex DatePart();
}
