namespace Project06.EndToEnd.Tests.Sweep;

// Letters, ratings, complaints, one's own papers, and a disputed look.
internal sealed partial class Scenery
{
    private async Task<IEnumerable<Round>> CitizenAsync(string finished)
    {
        await using var mother = await SignedInAsync("neighbour-21");
        var asked = await FileBirthAsync("neighbour-37", LongMiddle);
        await using (var citizen = await SignedInAsync("neighbour-37"))
        {
            await citizen.GoAsync($"/dossiers/{asked}/letters");
            await citizen.Page.Locator("textarea[name=Text]").FillAsync("Cháu sinh sớm hơn dự kiến,\ntôi ghi đúng ngày chưa?");
            await citizen.PressMainAsync();
            await citizen.GoAsync($"/dossiers/{asked}/complaint");
            await citizen.Page.Locator("input[name=Subject]").First.CheckAsync();
            await citizen.Page.Locator("textarea[name=Text]").FillAsync("Ba ngày chưa ai tiếp nhận.");
            await citizen.PressMainAsync();
        }
        await mother.GoAsync($"/dossiers/{finished}/rating");
        await mother.Page.Locator("input[name=Score]").First.CheckAsync();
        await mother.PressMainAsync();
        var complaint = await site.Database.ScalarAsync<Guid>("SELECT id FROM public_services.complaints ORDER BY at DESC LIMIT 1");
        var look = await site.Database.ScalarAsync<long>(
            "SELECT max(id) FROM transparency.access_rows WHERE person_id = $1 AND organisation IS NOT NULL", TestNation.Account("neighbour-21").PersonId);
        var other = await site.Database.ScalarAsync<long>(
            "SELECT min(id) FROM transparency.access_rows WHERE person_id = $1 AND organisation IS NOT NULL", TestNation.Account("neighbour-21").PersonId);
        await mother.GoAsync($"/my-data/access-log/{look}/dispute");
        await mother.Page.Locator("textarea[name=Words]").FillAsync("Tôi không nộp gì ở cơ quan này.");
        await mother.PressMainAsync();
        var dispute = await site.Database.ScalarAsync<Guid>("SELECT id FROM transparency.access_disputes ORDER BY at DESC LIMIT 1");
        const string letters = "/dossiers/{code}/letters", rating = "/dossiers/{code}/rating", complain = "/dossiers/{code}/complaint", disputed = "/my-data/access-log/{id:long}/dispute";
        return
        [
            new("neighbour-37",
            [
                new("letters", letters, $"/dossiers/{asked}/letters"), new Stop("letters", letters, $"/dossiers/{asked}/letters").SentEmpty(),
                new("complaint", complain, $"/dossiers/{asked}/complaint"), new("messages-unread", "/messages", "/messages?unread=true"),
                new("my-papers-given", "/my-papers", "/my-papers"),
            ]),
            new("neighbour-21",
            [
                new("rating", rating, $"/dossiers/{finished}/rating"), new("my-papers", "/my-papers", "/my-papers"),
                new("complaint-new", complain, $"/dossiers/{finished}/complaint"), new Stop("complaint-new", complain, $"/dossiers/{finished}/complaint").SentEmpty(),
                new("dispute", disputed, $"/my-data/access-log/{look}/dispute"), new Stop("dispute-new", disputed, $"/my-data/access-log/{other}/dispute").SentEmpty(),
            ]),
            new("clerk",
            [
                new("desk-letters", "/desk/letters", "/desk/letters"), new("desk-letter", "/desk/{code}/letters", $"/desk/{asked}/letters"),
                new("desk-ratings", "/desk/ratings", "/desk/ratings"),
            ]),
            new("leader",
            [
                new("desk-complaints", "/desk/complaints", "/desk/complaints"),
                new("desk-complaint", "/desk/complaints/{id:guid}", $"/desk/complaints/{complaint}"),
                new Stop("desk-complaint", "/desk/complaints/{id:guid}", $"/desk/complaints/{complaint}").SentEmpty(),
                new("disputes", "/disputes", "/disputes"),
                new("dispute-answer", "/disputes/{id:guid}", $"/disputes/{dispute}"), new Stop("dispute-answer", "/disputes/{id:guid}", $"/disputes/{dispute}").SentEmpty(),
            ]),
        ];
    }
}
