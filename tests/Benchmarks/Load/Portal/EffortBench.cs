using AngleSharp.Dom;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>
/// What each procedure with a folder asks of a citizen: its form is walked in a browser, page by page, up to the list of
/// answers, by the shortest way the model citizen knows. Counted are pages, fields typed in (choices and papers apart), and
/// what share of the fields shown in the end the registers knew. Officials' actions are the least their folder's steps need.
/// </summary>
internal static class EffortBench
{
    private const int MostPages = 40;

    public static async Task<List<(string, double, string)>> RunAsync(PrivateNation nation, CancellationToken ct)
    {
        var figures = new List<(string, double, string)>();
        foreach (var procedure in ProcedureFolder.All().Values.OrderBy(p => p.Code, StringComparer.Ordinal))
        {
            if (procedure.OfficerActions() is { } actions)
                figures.Add(($"effort.{procedure.Code}.officer_actions", actions, "count"));
            var citizen = new ModelCitizen(nation, procedure.Code);
            using var browser = await SignedIn.OpenAsync(nation, citizen.Account, ct);
            try
            {
                figures.AddRange(await WalkAsync(browser, procedure.Code, citizen, ct));
            }
            catch (UnexpectedPageException stopped)
            {
                Progress.Say($"effort.{procedure.Code}: the form isn't walked to its end: {stopped.Message}");
            }
        }
        return figures;
    }

    private static async Task<(string, double, string)[]> WalkAsync(Browser browser, string code, ModelCitizen citizen, CancellationToken ct)
    {
        var (pages, typed, chosen, papers) = (0, 0, 0, 0);
        var page = (await browser.GetAsync($"/apply/{code}", ct)).Expect();
        var seen = new HashSet<string>();
        while (!page.Path.EndsWith("/check-answers", StringComparison.Ordinal))
        {
            var (form, given) = FormPage.Fill(page, citizen.Answer, field => [$"{field}.png"]);
            if (seen.Add(page.Path))
                pages++;
            var answered = form.Answered.Select(name => name.Split('.')[0]).Distinct().ToList();
            typed += answered.Count(field => form.Answered.Any(name => name.Split('.')[0] == field && form.IsTyped(name)));
            chosen += answered.Count(field => !form.Answered.Any(name => name.Split('.')[0] == field && form.IsTyped(name)));
            papers += given.Papers.Count;
            page = await form.SubmitAsync(ct);
            if (page.Status == 422 || pages > MostPages)
                throw new UnexpectedPageException(page, page.Document.QuerySelector(".govuk-error-summary")?.TextContent.Trim() ?? "no end");
            page.Expect();
        }
        var rows = page.Document.QuerySelectorAll("main .govuk-summary-list__row");
        var known = rows.Count(row => row.QuerySelector(".summary-note") is not null);
        return
        [
            ($"effort.{code}.pages", pages, "count"),
            ($"effort.{code}.typed_fields", typed, "count"),
            ($"effort.{code}.chosen_fields", chosen, "count"),
            ($"effort.{code}.papers", papers, "count"),
            ($"effort.{code}.prefilled_share", rows.Length == 0 ? 0 : (double)known / rows.Length, "share"),
        ];
    }
}
