using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests.Sweep;

/// <summary>
/// Makes dossiers in every state that a page can show, then names the pages. One child and one citizen have names of
/// 120 letters.
/// </summary>
internal sealed partial class Scenery(Site site)
{
    private const string Birth = BirthSteps.Procedure, Absence = "1.003677";
    private static readonly string LongMiddle = string.Join(' ', Enumerable.Repeat("Hoàng Ngọc Thuỷ", 6)) + " Nghiêng";
    private FilePayload _notice = null!;

    public async Task<List<Round>> BuildAsync()
    {
        _notice = await Papers.BirthNoticeAsync(site);
        await using var clerk = await SignedInAsync("clerk");
        await using var officer = await SignedInAsync("officer");
        await using var leader = await SignedInAsync("leader");
        await using var police = await SignedInAsync("police");
        var finished = await FileBirthAsync("neighbour-21", LongMiddle);
        await ActAsync(clerk, finished, "accept");
        await ActAsync(officer, finished, "send-draft");
        await using (var mother = await SignedInAsync("neighbour-21"))
        {
            await mother.GoAsync($"/dossiers/{finished}");
            await mother.PressAsync("Xác nhận bản nháp đúng");
        }
        await ActAsync(officer, finished, "register");
        await ActAsync(leader, finished, "sign");

        var confirming = await FileBirthAsync("neighbour-22", "Thị");
        await ActAsync(clerk, confirming, "accept");
        await ActAsync(officer, confirming, "send-draft");
        var lacking = await FileBirthAsync("neighbour-23", "Văn");
        await clerk.GoAsync($"/desk/{lacking}/supplement");
        await clerk.Page.Locator("input[type=checkbox]").Last.CheckAsync();
        await clerk.Page.Locator("main form[method=post] input[type=text]").Last.FillAsync("Ảnh mờ, chưa đọc được số.");
        await clerk.PressMainAsync();
        var waiting = await FileBirthAsync("neighbour-24", LongMiddle);

        await using var traveller = await SignedInAsync("long-name");
        var absent = await FileAbsenceAsync(traveller);
        await ActAsync(police, absent, "accept");
        await ActAsync(police, absent, "record");
        await using var neighbour = await SignedInAsync("neighbour-27");
        var open = await FileAbsenceAsync(neighbour);
        var drafts = await DraftsAsync(traveller);
        return
        [
            new(null, Public(await TokenAsync("SELECT public_token FROM civil_status.birth_entries ORDER BY id DESC LIMIT 1"),
                await TokenAsync("SELECT public_token FROM public_services.dossiers ORDER BY id DESC LIMIT 1"))),
            new("neighbour-21", [.. Mine(finished), .. MyPapers(finished), new("certificate", "/civil-status/certificates/{id:guid}", await ResultAsync("/civil-status/certificates/"))]),
            new("neighbour-22", [new("home-waiting", "/", "/"), Dossier("dossier-confirm", confirming), new("unlock", "/sign-in/unlock", "/sign-in/unlock?lock=true")]),
            new("neighbour-23",
            [
                Dossier("dossier-lacking", lacking),
                new("supplement", "/dossiers/{code}/supplement", $"/dossiers/{lacking}/supplement") { HasPhotographs = true },
            ]),
            new("neighbour-24", [.. Flow(waiting), new("receipt-waiting", "/dossiers/{code}/receipt", $"/dossiers/{waiting}/receipt")]),
            new("neighbour-25", drafts.Empty),
            new("neighbour-26", drafts.Full),
            new("long-name",
            [
                .. Mine(absent), .. drafts.Absence,
                new("notice", "/population/absences/{id:guid}", await ResultAsync("/population/absences/")),
            ]),
            new("clerk",
            [
                .. Tabs("clerk"), .. Desk("clerk", waiting),
                Give("clerk-supplement", waiting, "supplement"), Give("clerk-supplement", waiting, "supplement").SentEmpty(),
                Give("clerk-refuse", waiting, "propose-refusal"), Refused(Give("clerk-refuse", waiting, "propose-refusal")),
            ]),
            new("officer", [.. Desk("officer", confirming), .. await BooksAsync(), .. await RegistersAsync()]),
            new("leader", [.. Desk("leader", finished, "?tab=done"), .. OfficePapers(finished)]),
            new("police", [.. Tabs("police"), .. Desk("police", open), Give("police-refuse", open, "refuse")]),
            .. await OfficeAsync(),
            .. await AccountsAsync(),
            .. await CitizenAsync(finished),
            .. await FeesAsync(),
            .. await ResidencesAsync(police),
            .. await IssuedAsync(),
            .. await GroupAsync(clerk, officer, leader),
            .. People,
            // Last: it parks an event, and the others deliver theirs first.
            new("admin", await AdminAsync()),
        ];
    }

    /// <summary>Lets the parked event go: others deliver on the same database.</summary>
    public Task TidyAsync() => site.Database.ExecuteAsync(
        "UPDATE public_services.deliveries SET done_at = now(), parked_at = NULL WHERE parked_at IS NOT NULL");

    private static IReadOnlyList<Stop> Public(string paper, string receipt) =>
    [
        new("home-stranger", "/", "/"),
        new("services", "/services", "/services"),
        new("services-found", "/services", "/services?q=sinh+con"),
        new("services-none", "/services", "/services?q=xyzzy"),
        new("service-birth", "/services/{code}", $"/services/{Birth}"),
        new("service-absence", "/services/{code}", $"/services/{Absence}"),
        .. Catalogue,
        new("sign-in", "/sign-in", "/sign-in?returnUrl=%2Fdossiers"),
        new Stop("sign-in", "/sign-in", "/sign-in").SentEmpty(),
        new("code", "/sign-in/code", "/sign-in", visitor => visitor.GiveNumberAsync(TestNation.Account("neighbour-30"))),
        new("code-refused", "/sign-in/code", "/sign-in", async visitor =>
        {
            await visitor.GiveNumberAsync(TestNation.Account("neighbour-30"));
            await visitor.PressMainAsync();
        }),
        new("expired", "/sign-in/expired", "/sign-in/expired"),
        new("signed-out", "/sign-out", "/sign-out"),
        new("paper-valid", "/c/{token}", $"/c/{paper}"),
        new("paper-unknown", "/c/{token}", "/c/" + new string('A', paper.Length)) { Status = 404 },
        new("status", "/r/{token}", $"/r/{receipt}"),
        new("problem", "/error/{status:int?}", "/khong-co-trang-nay") { Status = 404 },
    ];

    private static IReadOnlyList<Stop> Mine(string code) =>
    [
        new("home", "/", "/"),
        new("dossiers", "/dossiers", "/dossiers"),
        Dossier("dossier", code),
        new("receipt", "/dossiers/{code}/receipt", $"/dossiers/{code}/receipt"),
        new("messages", "/messages", "/messages"),
        new("access-log", "/my-data/access-log", "/my-data/access-log"),
        new("account", "/account", "/account"),
        new("sign-out", "/sign-out", "/sign-out"),
        new("forbidden", "/error/{status:int?}", "/desk") { Status = 403 },
    ];

    private static Stop Dossier(string name, string code) => new(name, "/dossiers/{code}", $"/dossiers/{code}");

    private static IEnumerable<Stop> Tabs(string who) => ((string[])["mine", "unassigned", "office", "today", "overdue", "done"])
        .Select(tab => new Stop($"{who}-{tab}", "/desk", $"/desk?tab={tab}"))
        .Append(new($"{who}-nothing", "/desk", "/desk?q=khong-co-ai"));

    private static IEnumerable<Stop> Desk(string who, string code, string query = "") =>
    [
        new($"{who}-queue", "/desk", "/desk"),
        new($"{who}-dossier", "/desk/{code}", $"/desk/{code}{query}") { HasPhotographs = true },
    ];

    private static Stop Give(string name, string code, string action) => new(name, "/desk/{code}/{actionId}", $"/desk/{code}/{action}");

    private static Stop Refused(Stop stop) => stop with
    {
        Name = stop.Name + "-refused",
        Prepare = visitor => visitor.LeaveByAsync(visitor.Page.Locator("main form[method=post] button").First, "refuse"),
    };

    private async Task<IEnumerable<Stop>> BooksAsync()
    {
        var number = await site.Database.ScalarAsync<int>(
            "SELECT number FROM civil_status.birth_entries WHERE birth_notice_code = $1", ChildOf("neighbour-21", "").NoticeCode);
        return
        [
            new("book", "/civil-status/books", "/civil-status/books"),
            new("entry", "/civil-status/books/{year:int}/{number:int}", $"/civil-status/books/2026/{number}"),
            new("sheet", "/civil-status/books/{year:int}/{number:int}/sheet", $"/civil-status/books/2026/{number}/sheet") { AlwaysVietnamese = true },
        ];
    }

    private async Task<IReadOnlyList<Stop>> AdminAsync()
    {
        await site.Host.DrainOutboxAsync();
        var delivery = await site.Database.ScalarAsync<long>("""
            UPDATE public_services.deliveries SET done_at = NULL, parked_at = now(), attempts = 12, last_error = 'Npgsql.PostgresException: sample'
            WHERE id = (SELECT max(id) FROM public_services.deliveries) RETURNING id
            """);
        return
        [
            new("admin-home", "/", "/"),
            new("figures", "/admin/figures", "/admin/figures"),
            new("figures-found", "/admin/figures", "/admin/figures?q=ha+noi&period=month"),
            new("events", "/admin/events", "/admin/events"),
            new("event", "/admin/events/{schema}/{id:long}", $"/admin/events/public_services/{delivery}"),
            new("jobs", "/admin/jobs", "/admin/jobs"),
        ];
    }
}
