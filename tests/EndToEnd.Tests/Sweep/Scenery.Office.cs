namespace Project06.EndToEnd.Tests.Sweep;

// The desk as a working office, and the counter.
internal sealed partial class Scenery
{
    private async Task<IEnumerable<Round>> OfficeAsync()
    {
        await using var clerk = await SignedInAsync("clerk");
        await using var officer = await SignedInAsync("officer");
        var entering = await FileBirthAsync("neighbour-28", LongMiddle);
        var asking = await FileBirthAsync("neighbour-29", "Thị");
        foreach (var code in new[] { entering, asking })
        {
            await ActAsync(clerk, code, "accept");
            await ActAsync(officer, code, "send-draft");
        }
        foreach (var (account, code) in new[] { ("neighbour-28", entering), ("neighbour-29", asking) })
        {
            await using var mother = await SignedInAsync(account);
            await mother.GoAsync($"/dossiers/{code}");
            await mother.PressAsync("Xác nhận bản nháp đúng");
        }
        await officer.GoAsync($"/desk/{asking}/opinion");
        await officer.Page.Locator("select[name=Kind]").SelectOptionAsync("commune-police");
        await officer.Page.Locator("textarea[name=Question]").FillAsync("Mẹ của cháu có đăng ký cư trú ở phường không?");
        await officer.Page.Locator("input[name=Shared]").First.CheckAsync();
        await officer.PressMainAsync();
        var opinion = await site.Database.ScalarAsync<Guid>("SELECT id FROM public_services.opinion_requests ORDER BY asked_at DESC LIMIT 1");

        await using var postal = await SignedInAsync("postal-clerk");
        var asked = await BeginVisitAsync(postal, "neighbour-35");
        var agreed = await BeginVisitAsync(postal, "neighbour-36");
        await using (var citizen = await SignedInAsync("neighbour-36"))
        {
            await citizen.GoAsync("/helpers");
            var digits = string.Concat((await citizen.Page.Locator(".figure-value").First.InnerTextAsync()).Where(char.IsAsciiDigit));
            await postal.Page.Locator("input[name=Code]").FillAsync(digits);
            await postal.PressMainAsync();
        }
        const string visit = "/counter/visits/{id:guid}";
        return
        [
            new("officer",
            [
                new("desk-unassigned", "/desk", "/desk?tab=unassigned&sort=newest&holder=nobody"),
                new("desk-together", "/desk/together/{code}/{version:int}/{step}", $"/desk/together/{Birth}/1/registration"),
                new Stop("desk-together", "/desk/together/{code}/{version:int}/{step}", $"/desk/together/{Birth}/1/registration").SentEmpty(),
                new("desk-assign", "/desk/{code}/assign", $"/desk/{asking}/assign"),
                new("desk-opinion", "/desk/{code}/opinion", $"/desk/{asking}/opinion"),
                new Stop("desk-opinion", "/desk/{code}/opinion", $"/desk/{asking}/opinion").SentEmpty(),
                new("desk-asked", "/desk/{code}", $"/desk/{asking}") { HasPhotographs = true },
            ]),
            new("police",
            [
                new("opinions", "/desk/opinions", "/desk/opinions"),
                new("opinion", "/desk/opinions/{id:guid}", $"/desk/opinions/{opinion}"),
                new Stop("opinion", "/desk/opinions/{id:guid}", $"/desk/opinions/{opinion}").SentEmpty(),
            ]),
            new("postal-clerk",
            [
                new("counter-home", "/", "/"),
                new("counter", "/counter", "/counter"),
                new("counter-find", "/counter/find", "/counter/find"),
                new Stop("counter-find", "/counter/find", "/counter/find").SentEmpty(),
                new("counter-found", "/counter/find", "/counter/find", async visitor =>
                {
                    await visitor.Page.Locator("input[name=Sought]").FillAsync(TestNation.Account("long-name").Number);
                    await visitor.PressMainAsync();
                }),
                new("counter-asked", visit, asked),
                new Stop("counter-asked", visit, asked).SentEmpty(),
                new("counter-agreed", visit, agreed),
                new("counter-guided", "/counter/guided", "/counter/guided?recorded=true"),
                new("counter-report", "/counter/report", "/counter/report"),
                new("counter-report-empty", "/counter/report", "/counter/report?month=2026-01"),
            ]),
            new("neighbour-35", [new("helpers-asked", "/helpers", "/helpers"), new("home-help", "/", "/")]),
            new("neighbour-36", [new("helpers", "/helpers", "/helpers")]),
            new("neighbour-37", [new("helpers-none", "/helpers", "/helpers")]),
        ];
    }

    private static async Task<string> BeginVisitAsync(Visitor postal, string citizen)
    {
        await postal.GoAsync("/counter/find");
        await postal.Page.Locator("input[name=Sought]").FillAsync(TestNation.Account(citizen).Number);
        await postal.PressMainAsync();
        await postal.PressAsync("Giúp người này");
        return postal.At;
    }
}
