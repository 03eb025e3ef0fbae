using System.Net;

namespace Project06.PublicServices.Tests.Features;

/// <summary>What an office asks for once, in full and by field; and a refusal that the head of the centre issues.</summary>
public sealed class SupplementAndRefusalTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Supplement_FromReasonsToReception()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await mother.FileBirthAsync();
        var ask = await clerk.GetAsync($"/desk/{code}/supplement");

        (await ask.Form().SubmitAsync()).IsRefused("Reasons");
        (await ask.Form().Set("Pick.birth-place", "true").SubmitAsync()).IsRefused("Reason.birth-place");
        Assert.Equal("reception", await ground.Database.StepOfAsync(code));
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ask.Form().Set("Reason.birth-place", "Ghi thêm địa chỉ bệnh viện").Set("Reason.child-given-name", "Khác với giấy chứng sinh").SubmitAsync()).IsShown();

        Assert.Equal(5, await ground.Database.StateOfAsync(code));
        (await mother.GetAsync("/")).Shows("Đang chờ");
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("Ghi thêm địa chỉ bệnh viện").Shows("Khác với giấy chứng sinh");
        var form = (await mother.GetAsync($"/dossiers/{code}/supplement")).IsShown();
        Assert.Equal(["birth-place", "child-given-name"], form.Form().Names.Where(n => !n.StartsWith("__", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        // Nothing, then too little, then all of it and something nobody asked for.
        (await form.Form().Set("birth-place", "").SubmitAsync()).IsRefused("birth-place");
        Assert.Equal(5, await ground.Database.StateOfAsync(code));
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var sent = await form.Form().Set("birth-place", "Bệnh viện Mẫu, 1 phố Mẫu").Set("child-given-name", "Kiểm Tra").Force("child-middle-name", "Lén Đổi").SubmitAsync();

        sent.IsShown().IsAt($"/dossiers/{code}");
        Assert.Equal("reception", await ground.Database.StepOfAsync(code));
        Assert.Equal("Bệnh viện Mẫu, 1 phố Mẫu|Kiểm Tra|Thị Thử", await ground.Database.ScalarAsync<string>("""
            SELECT concat_ws('|', answers->>'birth-place', answers->>'child-given-name', answers->>'child-middle-name')
            FROM public_services.dossiers WHERE code = $1
            """, code));

        // Once: the clerk isn't offered it again, the old form isn't taken, and the dossier goes on.
        var page = await clerk.GetAsync($"/desk/{code}");
        page.IsShown().Shows("Bệnh viện Mẫu, 1 phố Mẫu");
        Assert.Null(page.FindLink($"/desk/{code}/supplement"));
        (await clerk.GetAsync($"/desk/{code}/supplement")).IsShown().IsAt($"/desk/{code}");
        var again = (await ask.Form().Set("Reason.birth-place", "Lần nữa").SubmitAsync()).IsRefused().Shows("bổ sung một lần, đầy đủ (Nghị định 61/2018/NĐ-CP");
        Assert.Equal("Lần nữa", again.Form()["Reason.birth-place"]);
        (await mother.GetAsync($"/dossiers/{code}/supplement")).IsAt($"/dossiers/{code}");
        await clerk.TakeAsync(code, "accept");
        Assert.Equal("examination", await ground.Database.StepOfAsync(code));
    }

    [Theory]
    [InlineData("neighbour-02", false, 3)]
    [InlineData("neighbour-03", true, 8)]
    public async Task Refusal_IsProposedWithAGroundAndIssuedByTheHead(string applicant, bool afterAcceptance, int end)
    {
        const string words = "Cha và mẹ đều không cư trú ở xã, phường này", law = "Luật Hộ tịch 60/2014/QH13, Điều 13", why = "Cả hai cư trú ở xã khác";
        using var mother = await ground.Host.SignInAsync(applicant);
        using var head = await ground.Host.SignInAsync("leader");
        var code = await mother.FileBirthAsync();
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var officer = await ground.Host.SignInAsync("officer");
        if (afterAcceptance)
            await clerk.TakeAsync(code, "accept");
        var proposer = afterAcceptance ? officer : clerk;
        var propose = await proposer.GetAsync($"/desk/{code}/propose-refusal");
        propose.IsShown();

        (await propose.Form("Ground").SubmitAsync()).IsRefused("Ground");
        (await propose.Form("Ground").Set("Ground", "not-competent").SubmitAsync()).IsRefused("Comment");
        (await propose.Form("Ground").Force("Ground", "because").Set("Comment", why).SubmitAsync()).IsRefused("Ground");
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await propose.Form("Ground").Set("Ground", "not-competent").Set("Comment", why).SubmitAsync()).IsShown();

        // Proposed isn't issued: the citizen doesn't see it, who proposed can't issue it.
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().ShowsNowhere(law).ShowsNowhere(why);
        Assert.Empty((await proposer.GetAsync($"/desk/{code}")).IsShown().Document.QuerySelectorAll("button[value=issue-refusal]"));
        var before = await head.GetAsync($"/desk/{code}");
        before.IsShown().Shows(law).Shows(why);
        await head.TakeAsync(code, "issue-refusal");

        Assert.Equal(end, await ground.Database.StateOfAsync(code));
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows(words).Shows(law).Shows(why);
        (await mother.GetAsync("/messages")).IsShown().Shows(code);
    }
}
