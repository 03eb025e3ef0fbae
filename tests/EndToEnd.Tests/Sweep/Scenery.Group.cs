namespace Project06.EndToEnd.Tests.Sweep;

// One form for a birth and the child's residence: its service, its last questions, both dossiers.
internal sealed partial class Scenery
{
    private async Task<IReadOnlyList<Round>> GroupAsync(Visitor clerk, Visitor officer, Visitor leader)
    {
        const string route = "/apply/{code}/{id:guid}/{pageId}";
        await using var mother = await SignedInAsync("neighbour-39");
        await mother.GoAsync($"/apply/{BirthSteps.WithResidence}");
        await mother.AnswerAsync(ChildOf("neighbour-39", LongMiddle) with { Head = Named.Of(TestNation.Account("long-name")) }, _notice);
        var code = await mother.FileAsync();
        await ActAsync(clerk, code, "accept");
        await ActAsync(officer, code, "send-draft");
        await mother.GoAsync($"/dossiers/{code}");
        await mother.PressAsync("Xác nhận bản nháp đúng");
        await ActAsync(officer, code, "register");
        await ActAsync(leader, code, "sign");
        var next = await TokenAsync("SELECT code FROM public_services.dossiers WHERE follows_id IS NOT NULL ORDER BY id DESC LIMIT 1");
        await using var beginner = await SignedInAsync("neighbour-40");
        await beginner.GoAsync($"/apply/{BirthSteps.WithResidence}");
        await beginner.AnswerAsync(ChildOf("neighbour-40", "Thị") with { Head = Named.Of(TestNation.Account("head")) }, _notice);
        var draft = beginner.At[..(beginner.At.LastIndexOf('/') + 1)];
        return
        [
            new(null, [new("service-group", "/services/{code}", $"/services/{BirthSteps.WithResidence}")]),
            new("neighbour-39",
            [
                Dossier("dossier-group", code), Dossier("dossier-group-next", next), new("dossiers-group", "/dossiers", "/dossiers"),
            ]),
            new("neighbour-40",
            [
                new("group-home", route, draft + "home?change=true"), new("group-head", route, draft + "head?change=true"),
                new Stop("group-head", route, draft + "head").SentEmpty(),
                new("group-check-answers", "/apply/{code}/{id:guid}/check-answers", draft + "check-answers"),
            ]),
        ];
    }
}
