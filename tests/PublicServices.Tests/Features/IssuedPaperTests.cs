using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A procedure whose office is the province's police, and the paper that PublicServices itself issues for it.</summary>
public sealed class IssuedPaperTests(TestGround ground) : IClassFixture<TestGround>
{
    private const string Procedure = "3.000333";

    private static readonly Dictionary<string, string> ForMyself = new()
    {
        ["kind"] = "number-1", ["who"] = "self", ["residence-history"] = "9/2010 đến nay, phường Cửa Nam, giáo viên", ["management-ban"] = "false",
        ["purpose"] = "Xin việc",
    };

    [Fact]
    public async Task Paper_IsNumberedSignedAndOpensForThoseItConcerns()
    {
        var me = TestNation.Account("neighbour-15");
        using var citizen = await ground.Host.SignInAsync("neighbour-15");
        var code = await FileAsync(citizen, ForMyself);
        await SignAsync(code);

        Assert.StartsWith("G01.26-", code, StringComparison.Ordinal);
        Assert.Equal("finished", await ground.Database.StepOfAsync(code));
        (await citizen.GetAsync("/my-papers")).IsShown().Shows("Phiếu lý lịch tư pháp số 1").Shows("Công an thành phố Hà Nội");
        var address = await ResultAsync(code);
        var page = (await citizen.GetAsync(address)).IsShown();
        page.Shows("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1").Shows("BỘ CÔNG AN").Shows("CÔNG AN THÀNH PHỐ HÀ NỘI").Shows("Không có án tích").Shows(me.Name).Shows(me.Number);
        page.ShowsNowhere("Cấm đảm nhiệm");
        Assert.NotNull(page.Document.QuerySelector(".paper-foot svg"));

        var pdf = (await citizen.GetAsync(address + "/file")).IsShown().Bytes;
        var text = await AskAsync(pdf, "pdftotext", "-layout");
        Assert.Contains(me.Name, text, StringComparison.Ordinal);
        Assert.Contains("/2026/LLTP-1", text, StringComparison.Ordinal);
        var signature = await AskAsync(pdf, "pdfsig");
        Assert.Contains("Signature is Valid", signature, StringComparison.Ordinal);
        Assert.Contains(TestNation.Account("records-leader").Name, signature, StringComparison.Ordinal);

        foreach (var stranger in new[] { "neighbour-16", "clerk", "staff-admin" })
        {
            using var other = await ground.Host.SignInAsync(stranger);
            (await other.GetAsync(address)).HasStatus(HttpStatusCode.NotFound);
            (await other.GetAsync(address + "/file")).HasStatus(HttpStatusCode.NotFound);
        }
        using var officer = await ground.Host.SignInAsync("records-officer");
        var mark = await ground.Database.MarkLedgerAsync();
        (await officer.GetAsync(address)).IsShown().Shows(me.Name);
        Assert.Contains(await ground.Database.LedgerSinceAsync(mark), row => row.PersonId == me.PersonId);
    }

    [Fact]
    public async Task Paper_IsVerifiedByWhoeverHoldsIt_AndThatIsRecorded()
    {
        var me = TestNation.Account("neighbour-17");
        using var citizen = await ground.Host.SignInAsync("neighbour-17");
        var code = await FileAsync(citizen, ForMyself);
        await SignAsync(code);
        var token = await ground.Database.ScalarAsync<string>("""
            SELECT p.token FROM public_services.issued_papers p JOIN public_services.dossiers d ON d.id = p.dossier_id WHERE d.code = $1
            """, code);
        using var anybody = ground.Host.OpenBrowser();

        var mark = await ground.Database.MarkLedgerAsync();
        var page = (await anybody.GetAsync($"/c/{token}")).IsShown();

        page.IsAt($"/issued-papers/check/{token}").Shows("Giấy này đã được cấp").Shows(me.Name).Shows("Không có án tích").Shows($"•••{me.Number[^3..]}");
        page.ShowsNowhere(me.Number).ShowsNowhere("Xin việc");
        Assert.Equal([me.PersonId], (await ground.Database.LedgerSinceAsync(mark)).Select(row => row.PersonId));
        (await anybody.GetAsync("/issued-papers/check/" + new string('A', token.Length))).HasStatus(HttpStatusCode.NotFound);
        (await anybody.GetAsync("/c/" + new string('A', token.Length))).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Effect_DeliveredAgain_IssuesNothingMore()
    {
        using var citizen = await ground.Host.SignInAsync("neighbour-18");
        var code = await FileAsync(citizen, ForMyself);
        await SignAsync(code);

        await ground.Database.ExecuteAsync("""
            WITH again AS (
                UPDATE public_services.deliveries SET done_at = NULL WHERE consumer = 'PublicServices.IssuePaperOnEffect' AND subject =
                    'dossier:' || (SELECT id FROM public_services.dossiers WHERE code = $1) RETURNING event_id)
            DELETE FROM public_services.inbox WHERE consumer = 'PublicServices.IssuePaperOnEffect' AND event_id IN (SELECT event_id FROM again)
            """, code);
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("1|1|1", await ground.Database.ScalarAsync<string>("""
            SELECT concat_ws('|', (SELECT count(*) FROM public_services.issued_papers WHERE dossier_id = d.id),
                (SELECT count(*) FROM public_services.dossier_results WHERE dossier_id = d.id),
                (SELECT count(*) FROM public_services.events WHERE name = 'public-services.effect-answered' AND subject = 'dossier:' || d.id))
            FROM public_services.dossiers d WHERE d.code = $1
            """, code));
    }

    [Fact]
    public async Task Effect_WhosePaperCannotBePrinted_LeavesNothing_AndIsTriedAgain()
    {
        using var citizen = await ground.Host.SignInAsync("neighbour-13");
        var code = await FileAsync(citizen, ForMyself);
        await AskToSignAsync(code);
        var numbers = await NumbersAsync();
        await using (var broken = new TestHost(ground.Database, new TestHostOptions { Clock = ground.Host.Clock, Settings = { ["Rendering:Chromium"] = "/nowhere/chromium" } }))
        {
            var module = broken.Services.GetServices<ModuleDescriptor>().Single(m => m.Schema == "public_services");
            while (await broken.Services.GetRequiredService<SubjectDispatcher>().DeliverNextAsync(module, evenIfLater: false, CancellationToken.None))
            {
                // Until nothing is left but what failed, which waits for its next try.
            }
        }

        Assert.Equal((numbers, "signature"), (await NumbersAsync(), await ground.Database.StepOfAsync(code)));
        Assert.Equal(0, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.inbox i JOIN public_services.events e ON e.id = i.event_id
            JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id WHERE d.code = $1 AND i.consumer = 'PublicServices.IssuePaperOnEffect'
            """, code));
        (await citizen.GetAsync($"/dossiers/{code}")).IsShown().Shows("Phiếu đang chờ lãnh đạo ký");

        await ground.Host.DrainOutboxAsync();

        Assert.Equal((numbers + 1, "finished"), (await NumbersAsync(), await ground.Database.StepOfAsync(code)));
    }

    [Fact]
    public async Task WhatWasFound_StandsOnThePaper_AndNothingElseIsSigned()
    {
        using var citizen = await ground.Host.SignInAsync("neighbour-19");
        using var officer = await ground.Host.SignInAsync("records-officer");
        var code = await FileAsync(citizen, new(ForMyself) { ["kind"] = "number-2" });
        await officer.TakeAsync(code, "accept");
        using (var clerk = await ground.Host.SignInAsync("clerk"))
            (await clerk.GetAsync($"/desk/{code}")).HasStatus(HttpStatusCode.NotFound);

        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var find = (await officer.GetAsync($"/desk/{code}/find")).IsShown();
        (await find.Form().Set("office.conviction", "some").SubmitAsync()).IsRefused("office.ban");
        (await find.Form().Set("office.conviction", "some").Set("office.ban", "none").SubmitAsync()).IsShown();
        Assert.Equal("details", await ground.Database.StepOfAsync(code));
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var describe = (await officer.GetAsync($"/desk/{code}/describe")).IsShown();
        Assert.DoesNotContain("office.ban-list", describe.Form().Names);
        (await describe.Form().SubmitAsync()).IsRefused("office.conviction-list");
        (await describe.Form().Set("office.conviction-list", "Bản án mẫu số 1/2011/HSST, đã được xóa ngày 01/02/2015").SubmitAsync()).IsShown();
        using (var leader = await ground.Host.SignInAsync("records-leader"))
            await leader.TakeAsync(code, "issue");
        await ground.Host.DrainOutboxAsync();

        (await citizen.GetAsync(await ResultAsync(code))).IsShown().Shows("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 2").Shows("Có án tích")
            .Shows("Bản án mẫu số 1/2011/HSST").Shows("Không bị cấm");
    }

    [Fact]
    public async Task Number2_IsForOneselfOrAChildOnly()
    {
        using var citizen = await ground.Host.SignInAsync("neighbour-20");
        var who = await (await citizen.GetAsync($"/apply/{Procedure}")).IsShown().Form().Set("kind", "number-2").SubmitAsync();

        Assert.Equal(["self", "minor-child"], who.IsShown().Form().Offered("who"));
        (await who.Form().Force("who", "authorised").SubmitAsync()).IsRefused("who");
    }

    [Fact]
    public async Task Tie_ThatTheRecordsDoNotKnow_IsSaidToCitizenAndOfficer_AndStopsNothing()
    {
        const string note = "chưa ghi người này là cha, mẹ, vợ, chồng hay con";
        var (me, spouse) = (TestNation.Account("mother"), TestNation.Account("father"));
        using var citizen = await ground.Host.SignInAsync("mother");
        using var officer = await ground.Host.SignInAsync("records-officer");
        var answers = new Dictionary<string, string>(ForMyself)
        {
            ["who"] = "family", ["subject.Number"] = spouse.Number, ["subject.FullName"] = spouse.Name,
        };
        var known = await AnswerAsync(citizen, answers);
        known.ShowsNowhere(note);
        await known.FileAsync();

        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var stranger = TestNation.Account("neighbour-12");
        (answers["subject.Number"], answers["subject.FullName"]) = (stranger.Number, stranger.Name);
        var check = await AnswerAsync(citizen, answers);
        check.Shows(note);
        (await officer.GetAsync($"/desk/{await check.FileAsync()}")).IsShown().Shows(note).Shows(me.Name);
    }

    [Fact]
    public async Task Limit_IsTenDaysOfTheCalendar()
    {
        using var citizen = await ground.Host.SignInAsync("neighbour-14");
        using var officer = await ground.Host.SignInAsync("records-officer");
        var code = await FileAsync(citizen, ForMyself);
        await officer.TakeAsync(code, "accept");

        var days = await ground.Database.ScalarAsync<int>("""
            SELECT (promised_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - (accepted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
            FROM public_services.dossiers WHERE code = $1
            """, code);

        // The tenth day, or the working day after it.
        Assert.InRange(days, 10, 13);
        (await citizen.GetAsync($"/dossiers/{code}/date")).IsShown().Shows("Thời hạn: 10 ngày");
    }

    private static async Task<string> FileAsync(TestBrowser citizen, Dictionary<string, string> answers) =>
        await (await AnswerAsync(citizen, answers)).FileAsync();

    private static async Task<TestPage> AnswerAsync(TestBrowser citizen, Dictionary<string, string> answers)
    {
        var page = await citizen.GetAsync($"/apply/{Procedure}");
        var asked = new HashSet<string>();
        while (page.IsShown().Path.Split('/')[^1] is var at && at != "check-answers")
        {
            Assert.True(asked.Add(at), $"{at} is asked again: {page.Text}");
            var form = page.Form();
            foreach (var name in form.Names.Where(answers.ContainsKey))
                form.Set(name, answers[name]);
            page = await form.SubmitAsync();
        }
        Assert.Equal(answers["who"] != "self", asked.Contains("subject"));
        Assert.DoesNotContain("unit", asked);
        return page;
    }

    // Nothing was found, and the leader signs.
    private async Task SignAsync(string code)
    {
        await AskToSignAsync(code);
        await ground.Host.DrainOutboxAsync();
    }

    private async Task AskToSignAsync(string code)
    {
        using var officer = await ground.Host.SignInAsync("records-officer");
        await officer.TakeAsync(code, "accept");
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await (await officer.GetAsync($"/desk/{code}/find")).IsShown().Form().Set("office.conviction", "none").SubmitAsync()).IsShown();
        using var leader = await ground.Host.SignInAsync("records-leader");
        await leader.TakeAsync(code, "issue");
    }

    private Task<long> NumbersAsync() => ground.Database.ScalarAsync<long>("SELECT coalesce(sum(last), 0)::bigint FROM public_services.issued_paper_counters");

    private Task<string> ResultAsync(string code) => ground.Database.ScalarAsync<string>("""
        SELECT r.path FROM public_services.dossier_results r JOIN public_services.dossiers d ON d.id = r.dossier_id WHERE d.code = $1 AND r.is_final
        """, code);

    private static async Task<string> AskAsync(byte[] pdf, string tool, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("p06-paper-");
        try
        {
            var file = Path.Combine(folder.FullName, "paper.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo(tool, [.. arguments, file, .. tool == "pdftotext" ? new[] { "-" } : []])
            {
                RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8,
            })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
