using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Complaints;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A limit of complaints that changes from tomorrow leaves what was filed before as it was.</summary>
public sealed class ComplaintLimitTests(ComplaintLimitTests.TwoTables ground) : IClassFixture<ComplaintLimitTests.TwoTables>
{
    private static readonly DateOnly Friday = TestNation.Today, Monday = TestNation.Today.AddDays(3);

    [Fact]
    public async Task Complaint_KeepsTheLimitItWasFiledUnder()
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        var before = await ComplainAsync("neighbour-01", "15 ngày làm việc");
        ground.Host.Clock.Set(Monday, new TimeOnly(9, 0));
        var after = await ComplainAsync("neighbour-02", "3 ngày làm việc");

        Assert.True(await DueAsync(before) > await DueAsync(after));
        // The 24th is closed.
        Assert.Equal(new DateOnly(2026, 11, 27), (await DueAsync(after)).LegalDate());
        using (var leader = await ground.Host.SignInAsync("leader"))
        {
            (await leader.GetAsync($"/desk/complaints/{before}")).IsShown().Shows("giải quyết trong 15 ngày làm việc").Shows("Luật cũ");
            (await leader.GetAsync($"/desk/complaints/{after}")).IsShown().Shows("giải quyết trong 3 ngày làm việc").Shows("Luật mới");
            foreach (var id in new[] { before, after })
                (await (await leader.GetAsync($"/desk/complaints/{id}")).Form("Outcome").Set("Outcome", "Upheld").Set("Text", "Đã nhắc").SubmitAsync()).IsShown();
        }

        // Eleven days later one may still be answered back, the other was to be within ten.
        ground.Host.Clock.Set(Monday.AddDays(11), new TimeOnly(9, 0));
        using var first = await ground.Host.SignInAsync("neighbour-01");
        (await first.GetAsync(await PageOfAsync(before))).IsShown().Shows("trong 30 ngày từ khi được trả lời");
        using var second = await ground.Host.SignInAsync("neighbour-02");
        var late = (await second.GetAsync(await PageOfAsync(after))).IsShown().ShowsNowhere("ngày từ khi được trả lời");
        var refused = await late.Form("Text").Set("Text", "Vẫn chưa được").SubmitAsync();
        Assert.Equal("Vẫn chưa được", refused.IsRefused("Subject").Form("Text")["Text"]);
    }

    [Fact]
    public async Task Refusing_TooLate_SaysSoAtTheOutcome_AndKeepsWhatWasTyped()
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        var id = await ComplainAsync("neighbour-03", "15 ngày làm việc");
        var until = new DateTimeOffset(await ground.Database.ScalarAsync<DateTime>("SELECT reject_by FROM public_services.complaints WHERE id = $1", id));
        ground.Host.Clock.Now = until.AddMinutes(-1);
        using var leader = await ground.Host.SignInAsync("leader");
        var page = (await leader.GetAsync($"/desk/complaints/{id}")).IsShown();
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await page.Form("Outcome").Set("Outcome", "Rejected").Set("Text", "Không thuộc cơ quan này").SubmitAsync();

        answer.IsRefused("Outcome").Shows("2 ngày làm việc");
        Assert.Equal("Không thuộc cơ quan này", answer.Form("Outcome")["Text"]);
        Assert.DoesNotContain("Rejected", answer.Form("Outcome").Offered("Outcome"));
    }

    private async Task<Guid> ComplainAsync(string who, string limit)
    {
        using var citizen = await ground.Host.SignInAsync(who);
        var code = await citizen.FileBirthAsync();
        var page = (await citizen.GetAsync($"/dossiers/{code}/complaint")).IsShown().Shows(limit);
        (await page.Form("Text").Set("Subject", "late").Set("Text", "Chưa ai tiếp nhận").SubmitAsync()).HasStatus(HttpStatusCode.OK);
        return await ground.Database.ScalarAsync<Guid>(
            "SELECT c.id FROM public_services.complaints c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE d.code = $1", code);
    }

    private async Task<DateTimeOffset> DueAsync(Guid id) =>
        new(await ground.Database.ScalarAsync<DateTime>("SELECT due_at FROM public_services.complaints WHERE id = $1", id));

    private async Task<string> PageOfAsync(Guid id) => $"/dossiers/{await ground.Database.ScalarAsync<string>(
        "SELECT d.code FROM public_services.complaints c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE c.id = $1", id)}/complaint";

    /// <summary>A host whose limits are the shipped ones until today, and others from tomorrow.</summary>
    public sealed class TwoTables : TestGround
    {
        /// <inheritdoc/>
        protected override TestHostOptions Options() => new()
        {
            Services = services =>
            {
                var shipped = ComplaintLimitBook.Read(Path.Combine(AppContext.BaseDirectory, "data", "complaints"));
                services.RemoveAll<ComplaintLimitBook>();
                services.AddSingleton(new ComplaintLimitBook(
                [
                    .. shipped.Rows.Select(row => row with { ValidTo = Friday, Legal = "Luật cũ" }),
                    new ComplaintLimit("refuse", 1, "working-day", "Luật mới", Friday.AddDays(1), null, false),
                    new ComplaintLimit("settle", 3, "working-day", "Luật mới", Friday.AddDays(1), null, false),
                    new ComplaintLimit("answer-back", 10, "day", "Luật mới", Friday.AddDays(1), null, false),
                ]));
            },
        };
    }
}
