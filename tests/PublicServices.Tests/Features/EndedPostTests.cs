using System.Net;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A post that ends at noon ends at noon, also for whoever has a page of it open.</summary>
public sealed class EndedPostTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Post_EndingAtNoon_ActsUntilThen_AndIsToldAfterwards()
    {
        ground.Host.Clock.Set(TestNation.Today, new TimeOnly(11, 55));
        await ground.AppointAsync("neighbour-01", "clerk", Roles.ReceivingClerk);
        await ground.Database.ExecuteAsync(
            "UPDATE e_identification.posts SET valid_to = $2 WHERE account_id = (SELECT id FROM e_identification.accounts WHERE number = $1)",
            TestNation.Account("neighbour-01").Number, TestNation.Today.At(new TimeOnly(12, 0)).UtcDateTime);
        using var mother = await ground.Host.SignInAsync("neighbour-02");
        using var other = await ground.Host.SignInAsync("neighbour-03");
        using var leaving = await ground.Host.SignInAsync("neighbour-01");
        var (taken, code) = (await mother.FileBirthAsync(), await other.FileBirthAsync());
        ground.Host.Clock.Set(TestNation.Today, new TimeOnly(11, 58));
        (await leaving.TakeAsync(taken, "accept")).IsShown();
        var (page, refusal) = (await leaving.GetAsync($"/desk/{code}"), await leaving.GetAsync($"/desk/{code}/propose-refusal"));
        await (await leaving.GetAsync($"/desk/{code}")).Form("SeenStep").SubmitAsync("Take");
        ground.Host.Clock.Set(TestNation.Today, new TimeOnly(12, 0));

        var answers = new[]
        {
            await page.Form("actionId").SubmitAsync("accept"),
            await refusal.Form("Ground").Set("Ground", "not-competent").Set("Comment", "Không thuộc").SubmitAsync(),
            await leaving.GetAsync("/desk"),
        };

        Assert.All(answers, answer => answer.HasStatus(HttpStatusCode.Forbidden).Shows("chức vụ đã hết thời hạn nên việc vừa làm không được ghi"));
        Assert.Equal("reception", await ground.Database.StepOfAsync(code));
        // What they had taken on isn't kept from the others.
        using var clerk = await ground.Host.SignInAsync("clerk");
        (await (await clerk.GetAsync($"/desk/{code}")).IsShown().Form("SeenStep").SubmitAsync("Take")).IsShown();
        (await clerk.TakeAsync(code, "accept")).IsShown();
    }
}
