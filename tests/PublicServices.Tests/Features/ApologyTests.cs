using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A late dossier's apology: drafted in time, issued once by the leader, the new date told.</summary>
public sealed class ApologyTests(TestGround ground) : IClassFixture<TestGround>
{
    private const string Job = "public-services.prepare-apologies";
    private static readonly DateOnly Friday = TestNation.Today;

    [Fact]
    public async Task Apology_ChangesThePromiseOnce()
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        var code = await AcceptedAsync(ground.Host, "neighbour-01");
        using var leader = await ground.Host.SignInAsync("leader");
        using (var clerk = await ground.Host.SignInAsync("clerk"))
        {
            var page = (await clerk.GetAsync($"/desk/{code}/apology")).IsShown().Shows("Chờ lãnh đạo ban hành");
            Assert.Empty(page.Document.QuerySelectorAll("main form[method=post]"));
        }
        var write = (await leader.GetAsync($"/desk/{code}/apology")).IsShown();
        (await write.Form("Reason").Set("Reason", " ").SubmitAsync()).IsRefused("Reason");
        // The 24th is closed; the 20th isn't later.
        (await write.Form("Reason").SetDate("Until", new DateOnly(2026, 11, 24)).Set("Reason", "Chờ xác minh").SubmitAsync()).IsRefused();
        (await write.Form("Reason").SetDate("Until", Friday).Set("Reason", "Chờ xác minh").SubmitAsync()).IsRefused();

        (await write.Form("Reason").SetDate("Until", new DateOnly(2026, 11, 26)).Set("Reason", "Chờ xác minh ở xã khác").SubmitAsync()).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(new DateOnly(2026, 11, 26), new DateTimeOffset(await ground.Database.ScalarAsync<DateTime>(
            "SELECT promised_at FROM public_services.dossiers WHERE code = $1", code)).LegalDate());
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        (await mother.GetAsync("/messages")).Shows("hẹn lại ngày trả kết quả");
        (await mother.GetAsync($"/dossiers/{code}/forms/04")).IsShown().Shows("Chờ xác minh ở xã khác").Shows("26/11/2026").Shows("20/11/2026");
        (await mother.GetAsync($"/dossiers/{code}/date")).IsShown().Shows("Đã xin lỗi và hẹn lại");
        (await write.Form("Reason").SetDate("Until", new DateOnly(2026, 11, 27)).Set("Reason", "Lần nữa").SubmitAsync())
            .HasStatus(HttpStatusCode.UnprocessableEntity).Shows("hẹn lại không quá một lần");
    }

    [Fact]
    public async Task Draft_IsPreparedAWorkingDayBefore_Once()
    {
        // As if births had five working days.
        var longer = TestFolders.Book.All.Select(p => p with { TimeLimit = p.TimeLimit with { Limit = new TimeLimit(5, TimeLimitUnit.WorkingDay) } }).ToArray();
        await using var host = new TestHost(ground.Database, new TestHostOptions
        {
            Services = s => { s.RemoveAll<ProcedureBook>(); s.AddSingleton(new ProcedureBook(longer)); },
        });
        host.Clock.Set(Friday, new TimeOnly(9, 0));
        var code = await AcceptedAsync(host, "neighbour-02");
        async Task<long> DraftsAsync() => await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.apologies a JOIN public_services.dossiers d ON d.id = a.dossier_id WHERE d.code = $1
            """, code);

        await host.RunJobAsync(Job);
        Assert.Equal(0, await DraftsAsync());
        // Due on Friday the 27th or the Monday after, for Tuesday the 24th is closed; a day before that it is time.
        var due = new DateTimeOffset(await ground.Database.ScalarAsync<DateTime>("SELECT promised_at FROM public_services.dossiers WHERE code = $1", code));
        host.Clock.Now = due.AddHours(-2);
        await host.RunJobAsync(Job);
        await host.RunJobAsync(Job);

        Assert.Equal(1, await DraftsAsync());
        using var leader = await host.SignInAsync("leader");
        var list = (await leader.GetAsync("/desk/apologies")).IsShown().Shows(code);
        Assert.NotNull(list.FindLink($"/desk/{code}/apology"));
    }

    private static async Task<string> AcceptedAsync(TestHost host, string account)
    {
        using var mother = await host.SignInAsync(account);
        var code = await mother.FileBirthAsync();
        using var clerk = await host.SignInAsync("clerk");
        await clerk.TakeAsync(code, "accept");
        return code;
    }
}
