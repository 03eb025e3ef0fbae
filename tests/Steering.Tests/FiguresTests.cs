using System.Net;

namespace Project06.Steering.Tests;

[Collection(nameof(SteeringGround))]
public sealed class FiguresTests(TestGround ground)
{
    // A commune where the sample nation is thin: each test counts in one of its own.
    private async Task<string> EmptyCommuneAsync(int which) => (await ground.Database.QueryAsync<string>("""
        SELECT code FROM reference_data.units u WHERE level = 'Commune' AND valid_to IS NULL
            AND NOT EXISTS (SELECT FROM steering.dossier_facts f WHERE f.unit_code = u.code) ORDER BY code
        """))[which];

    private DateTimeOffset Now => ground.Host.Clock.GetUtcNow();

    [Fact]
    public async Task Get_AfterEvents_ShowsReceivedInTimeOnlineAndHours()
    {
        var unit = await EmptyCommuneAsync(0);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var (dossier, channel, inTime) in new[] { (first, 2, true), (second, 1, false) })
        {
            await ground.Database.FiledAsync(dossier, unit, channel, Now.AddHours(-2));
            await ground.Database.AcceptedAsync(dossier, Now.AddHours(-2));
            await ground.Database.EndedAsync(dossier, Now.AddHours(-1), inTime, 90);
        }
        await ground.Host.DrainOutboxAsync();
        using var browser = await ground.Host.SignInAsync("admin");

        var page = await browser.GetAsync($"/admin/figures?unit={unit}&period=30");

        var cells = page.Document.QuerySelectorAll("table tbody tr").Select(r => r.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(["2", "50%", "50%", "1,5 giờ"], cells);
    }

    [Fact]
    public async Task Get_WhenNothingIsThere_SaysNoneYetInsteadOfZero()
    {
        var unit = await EmptyCommuneAsync(1);
        using var browser = await ground.Host.SignInAsync("admin");

        var page = await browser.GetAsync($"/admin/figures?unit={unit}&period=30");

        var cells = page.Document.QuerySelectorAll("table tbody tr").Select(r => r.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(["0", "chưa có", "chưa có", "chưa có"], cells);
    }

    [Fact]
    public async Task Handle_WhenTheEndComesFirst_KnowsAllInTheEnd()
    {
        var unit = await EmptyCommuneAsync(2);
        var dossier = Guid.CreateVersion7();
        await ground.Database.EndedAsync(dossier, Now, true, 30);
        await ground.Host.DrainOutboxAsync();
        await ground.Database.AcceptedAsync(dossier, Now.AddHours(-1));
        await ground.Database.FiledAsync(dossier, unit, 2, Now.AddHours(-1));
        await ground.Host.DrainOutboxAsync();

        var fact = await ground.Database.ScalarAsync<string>(
            "SELECT concat_ws(' ', unit_code, channel, state, in_time, working_minutes) FROM steering.dossier_facts WHERE dossier_id = $1", dossier);

        Assert.Equal($"{unit} 2 9 t 30", fact);
    }

    [Theory]
    [InlineData("cua nam")]
    [InlineData("Cửa Nam")]
    public async Task Get_SearchedWithOrWithoutMarks_OffersTheWard(string typed)
    {
        using var browser = await ground.Host.SignInAsync("admin");

        var page = await browser.GetAsync($"/admin/figures?q={Uri.EscapeDataString(typed)}");

        Assert.Contains("Phường Cửa Nam, Thành phố Hà Nội", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByALeader_StartsWithTheirOwnCommune()
    {
        using var browser = await ground.Host.SignInAsync("leader");

        var page = await browser.GetAsync("/admin/figures");

        Assert.Equal(3, page.Document.QuerySelectorAll("ul.figures")[0].ChildElementCount);
    }

    [Theory]
    [InlineData("mother")]
    [InlineData("clerk")]
    public async Task Get_WithoutThePermission_IsRefused(string account)
    {
        using var browser = await ground.Host.SignInAsync(account);

        var page = await browser.GetAsync("/admin/figures");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }
}
