using System.Net;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

/// <summary>What Population writes is what the person reads.</summary>
[Collection(nameof(PopulationGround))]
public sealed class AccessLogPageTests(PopulationGround ground)
{
    private const string Page = "/my-data/access-log";

    private static AccessContext Official(string? dossier) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "H26.00.01.01", "Trung tâm Phục vụ hành chính công phường Cửa Nam",
        AccessPurposes.Receive, "1.001193", dossier);

    [Fact]
    public async Task Get_WithoutLooks_SaysSoAndNamesWhereToAsk()
    {
        var person = await ground.CreatePersonAsync();

        var (status, html) = await ground.GetAsync(Page, person);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Chưa có ai xem dữ liệu của chị", html, StringComparison.Ordinal);
        Assert.Contains("1 phố Mẫu", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ground.GetAsync(Page, person: null)).Status);
    }

    [Theory]
    [InlineData("vi-VN", "tiếp nhận và kiểm tra hồ sơ", "họ tên, ngày sinh")]
    [InlineData("en", "receiving and checking a dossier", "name, date of birth")]
    public async Task Get_ShowsOfficePurposeFieldsAndDossier(string language, string purpose, string fields)
    {
        var person = await ground.CreatePersonAsync();
        await ground.AskAsync(new FindPeople([person], [PersonFields.Name, PersonFields.BirthDate], Official("H26-7")));

        var (_, html) = await ground.GetAsync(Page, person, language);

        Assert.Contains("Trung tâm Phục vụ hành chính công phường Cửa Nam", html, StringComparison.Ordinal);
        Assert.Contains(purpose, html, StringComparison.Ordinal);
        Assert.Contains("H26-7", html, StringComparison.Ordinal);
        foreach (var field in fields.Split(", "))
            Assert.Contains(field, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByAnother_ShowsNothingOfIt()
    {
        var (person, other) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync());
        await ground.AskAsync(new FindPeople([person], [PersonFields.Name], Official("H26-8")));

        var (_, html) = await ground.GetAsync(Page, other);

        Assert.DoesNotContain("H26-8", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OfALookByACitizen_NamesNobody()
    {
        var person = await ground.CreatePersonAsync();
        var citizen = Guid.CreateVersion7();
        await ground.AskAsync(new FindPeople(
            [person], [PersonFields.Name], new AccessContext(citizen, citizen, null, null, AccessPurposes.FillForm)));

        var (_, html) = await ground.GetAsync(Page, person);

        Assert.Contains("Một người dân", html, StringComparison.Ordinal);
        Assert.Contains("điền sẵn thông tin vào tờ khai", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithManyLines_ShowsTwentyAPageAndKeepsThePeriod()
    {
        var person = await ground.CreatePersonAsync();
        for (var i = 0; i < 21; i++)
            await ground.AskAsync(new FindPeople([person], [PersonFields.Name], Official($"H26-page-{i:00}")));

        var (_, first) = await ground.GetAsync($"{Page}?days=30", person);
        var (_, second) = await ground.GetAsync($"{Page}?days=30&page=2", person);
        var (nonsense, _) = await ground.GetAsync($"{Page}?days=x&page=-4", person);

        Assert.Contains("H26-page-20", first, StringComparison.Ordinal);
        Assert.DoesNotContain("H26-page-00", first, StringComparison.Ordinal);
        Assert.Contains("days=30&page=2", first, StringComparison.Ordinal);
        Assert.Contains("H26-page-00", second, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, nonsense);
    }

    [Fact]
    public async Task Get_OfLooksWithinAMinute_FoldsThem()
    {
        var person = await ground.CreatePersonAsync();
        var context = Official("H26-fold");
        for (var i = 0; i < 5; i++)
            await ground.AskAsync(new FindPeople([person], [PersonFields.Name], context));

        var (_, html) = await ground.GetAsync(Page, person);

        // The clock may turn to the next minute between two of them.
        Assert.InRange(html.Split("H26-fold").Length - 1, 1, 2);
        Assert.Contains("lần trong cùng một phút", html, StringComparison.Ordinal);
        Assert.Contains("Có 5 lượt xem", html, StringComparison.Ordinal);
    }
}
