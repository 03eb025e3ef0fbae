using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;

namespace Project06.Steering.Tests;

/// <summary>An event that Steering can't count stops, is seen, and is replayed or set aside.</summary>
[Collection(nameof(SteeringGround))]
public sealed class OperationsTests(TestGround ground)
{
    private const int NoChannel = 9;

    private async Task<string> PoisonAsync()
    {
        var dossier = Guid.CreateVersion7();
        await ground.Database.FiledAsync(dossier, "00070", NoChannel, ground.Host.Clock.GetUtcNow());
        await ground.Host.DrainOutboxAsync(mayFail: true);
        var id = await ground.Database.ScalarAsync<long>(
            "SELECT id FROM public_services.deliveries WHERE subject = $1 AND parked_at IS NOT NULL", $"dossier:{dossier}");
        return $"/admin/events/public_services/{id}";
    }

    [Fact]
    public async Task SetAside_WithAReason_LetsTheSubjectFlowOnAndIsWrittenDown()
    {
        var address = await PoisonAsync();
        using var browser = await ground.Host.SignInAsync("admin");
        Assert.Contains(address, (await browser.GetAsync("/admin/events")).Document.Body!.InnerHtml, StringComparison.Ordinal);
        var page = await browser.GetAsync(address);

        var refused = await page.Form("Reason").Set("Reason", "ngắn").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var done = await refused.Form("Reason").Set("Reason", "Kênh nộp sai, đã nhập lại").SubmitAsync();

        Assert.Contains("Đã bỏ qua", done.Text, StringComparison.Ordinal);
        Assert.Equal("Kênh nộp sai, đã nhập lại", await ground.Database.ScalarAsync<string>(
            "SELECT note FROM public_services.deliveries WHERE id = $1 AND done_at IS NOT NULL", long.Parse(address.Split('/')[^1])));
        Assert.Contains("Kênh nộp sai, đã nhập lại", (await browser.GetAsync("/admin/events")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AfterTheCauseIsRepaired_CountsTheDossier()
    {
        var address = await PoisonAsync();
        var id = long.Parse(address.Split('/')[^1]);
        await ground.Database.ExecuteAsync("""
            UPDATE public_services.events SET payload = jsonb_set(payload, '{channel}', '2')
            WHERE id = (SELECT event_id FROM public_services.deliveries WHERE id = $1)
            """, id);
        using var browser = await ground.Host.SignInAsync("admin");

        await (await browser.GetAsync(address)).Form("form[action*='handler=Replay']").SubmitAsync();
        await ground.Host.DrainOutboxAsync(mayFail: true);

        Assert.True(await ground.Database.ScalarAsync<bool>("SELECT done_at IS NOT NULL FROM public_services.deliveries WHERE id = $1", id));
    }

    [Fact]
    public async Task RunNow_RunsTheJobAndWritesItDown()
    {
        var job = ground.Host.Services.GetRequiredService<JobRunner>().Jobs[0].Name;
        using var browser = await ground.Host.SignInAsync("admin");

        await (await browser.GetAsync("/admin/jobs")).Form("form[action*='handler=Run']").SubmitAsync();

        Assert.Equal("Done", (await ground.Database.QueryAsync<string>("SELECT outcome FROM host.job_runs WHERE job = $1", job))[^1]);
    }

    [Theory]
    [InlineData("/admin/events", "mother")]
    [InlineData("/admin/jobs", "leader")]
    [InlineData("/admin/events/public_services/1", "clerk")]
    public async Task Get_ByWhoDoesNotRunTheSystem_IsRefused(string address, string account)
    {
        using var browser = await ground.Host.SignInAsync(account);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).Status);
    }
}
