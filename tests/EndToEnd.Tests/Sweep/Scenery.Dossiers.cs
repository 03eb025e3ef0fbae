namespace Project06.EndToEnd.Tests.Sweep;

// Drafts and dossiers, and the people who bring them there.
internal sealed partial class Scenery
{
    private async Task<(IReadOnlyList<Stop> Empty, IReadOnlyList<Stop> Full, IReadOnlyList<Stop> Absence)> DraftsAsync(Visitor traveller)
    {
        const string route = "/apply/{code}/{id:guid}/{pageId}";
        await using var beginner = await SignedInAsync("neighbour-25");
        await beginner.GoAsync($"/apply/{Birth}");
        var empty = beginner.At[..(beginner.At.LastIndexOf('/') + 1)];
        await using var careful = await SignedInAsync("neighbour-26");
        await careful.GoAsync($"/apply/{Birth}");
        var pages = await careful.AnswerAsync(ChildOf("neighbour-26", LongMiddle), _notice);
        var full = careful.At[..(careful.At.LastIndexOf('/') + 1)];
        await traveller.GoAsync($"/apply/{Absence}");
        await traveller.Page.Locator("input[value=self]").CheckAsync();
        await traveller.PressMainAsync();
        var absence = traveller.At[..(traveller.At.LastIndexOf('/') + 1)];
        return (
            [
                .. pages.Append("mother").Append("father").Where(page => page != "birth-notice").SelectMany(page => (Stop[])
                [
                    new($"ask-{page}", route, empty + page), new Stop($"ask-{page}", route, empty + page).SentEmpty(),
                ]),
            ],
            [
                .. pages.Select(page => new Stop($"answered-{page}", route, full + page + "?change=true") { HasPhotographs = true }),
                new("check-answers", "/apply/{code}/{id:guid}/check-answers", full + "check-answers"),
                new("wrong", "/apply/{code}/{id:guid}/wrong/{fieldId}", full + "wrong/father"),
                new Stop("wrong", "/apply/{code}/{id:guid}/wrong/{fieldId}", full + "wrong/father").SentEmpty(),
                new("home-draft", "/", "/"),
                new("dossiers-draft", "/dossiers", "/dossiers"),
            ],
            [
                .. ((string[])["who", "absent-person", "ground", "dates", "destination-unit", "destination-address", "reason", "declaring-unit"])
                    .Select(page => new Stop($"absence-{page}", route, absence + page)),
                new("absence-commune", route, absence + "destination-unit", async visitor =>
                {
                    await visitor.Page.Locator("select").First.SelectOptionAsync("48");
                    await visitor.PressMainAsync();
                }),
            ]);
    }

    private Child ChildOf(string account, string middle) => new(middle, "Nguyên", new DateOnly(2026, 11, 16), $"00123.GCS.0{account[^2..]}01.26");

    private async Task<string> FileBirthAsync(string account, string middle)
    {
        await using var mother = await SignedInAsync(account);
        await mother.GoAsync($"/apply/{Birth}");
        await mother.AnswerAsync(ChildOf(account, middle), _notice);
        await mother.PressMainAsync();
        return mother.At.Split('/', '?')[2];
    }

    private static async Task<string> FileAbsenceAsync(Visitor traveller)
    {
        await traveller.GoAsync($"/apply/{Absence}");
        await AbsenceJourney.AnswerAsync(traveller);
        await traveller.PressMainAsync();
        return traveller.At.Split('/', '?')[2];
    }

    private async Task ActAsync(Visitor official, string code, string action)
    {
        await official.GoAsync($"/desk/{code}");
        await official.TakeAsync(action);
        await site.Host.DrainOutboxAsync();
    }

    private async Task<Visitor> SignedInAsync(string account)
    {
        var visitor = await Visitor.ArriveAsync(site, 1280, 900);
        await visitor.ComeInAsync(TestNation.Account(account));
        return visitor;
    }

    private Task<string> TokenAsync(string sql) => site.Database.ScalarAsync<string>(sql);

    private Task<string> ResultAsync(string start) => site.Database.ScalarAsync<string>(
        "SELECT path FROM public_services.dossier_results WHERE path LIKE $1 ORDER BY at DESC LIMIT 1", start + "%");
}
