using System.Net;
using Project06.PublicServices.Tests.Features;

namespace Project06.PublicServices.Tests.Fees;

/// <summary>An applicant asks for money back that nothing gave back by itself; the office decides.</summary>
public sealed class RefundByHandTests(PayingGround ground) : IClassFixture<PayingGround>
{
    private const string Ask = "form[action*='handler=Refund']";

    [Fact]
    public async Task AskedByHand_IsDeclinedOrApproved_AndItsStateIsSeen()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-11");
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var leader = await ground.Host.SignInAsync("leader");
        var code = await ground.DueAsync(mother, clerk);
        Assert.Null((await mother.GetAsync($"/dossiers/{code}/pay")).Document.QuerySelector(Ask));
        await PayAsync(clerk, code);
        var page = (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown();

        (await page.Form(Ask).SubmitAsync()).IsRefused("Why");
        (await page.Form(Ask).Set("Why", "said-too-much").Set("HowMuch", "2000").SubmitAsync()).IsRefused("Words");
        (await page.Form(Ask).Set("Why", "said-too-much").Set("HowMuch", "9000").Set("Words", "Trả lại thiếu").SubmitAsync()).IsRefused("HowMuch");
        (await page.Form(Ask).Force("Why", "withdrawn").Set("Words", "Chưa rút").SubmitAsync()).IsRefused("Why");
        (await page.Form(Ask).Set("Why", "said-too-much").Set("HowMuch", "2.000").Set("Words", "Trả lại thiếu hai nghìn").SubmitAsync())
            .IsShown().Shows("Trả lại thiếu hai nghìn").Shows("chờ lãnh đạo duyệt");
        using (var elsewhere = await ground.Host.SignInAsync("other-leader"))
            (await elsewhere.GetAsync("/fees/refunds")).IsShown().ShowsNowhere("Trả lại thiếu");
        var queue = (await leader.GetAsync("/desk")).IsShown();
        Assert.NotNull(queue.FindLink("/fees/reconciliation"));
        var list = (await queue.FollowAsync("Khoản chờ hoàn")).IsShown().Shows("Trả lại thiếu hai nghìn");
        Assert.Equal("/desk", list.Document.QuerySelector(".back-link")!.GetAttribute("href"));
        (await list.Form("Refund").SubmitAsync("true")).IsShown();
        await ground.Host.DrainOutboxAsync();

        (await mother.GetAsync("/messages")).IsShown().Shows("đề nghị hoàn tiền được duyệt");
        (await (await clerk.GetAsync($"/fees/dossiers/{code}")).Form("form[action*='handler=PayOut']").SubmitAsync()).IsShown();
        Assert.Equal("examination Paid transfers 0 receipts 1 settled 1 went-on 1 refunds said-too-much:2000:Done", await ground.MoneyOfAsync(code));

        var again = (await mother.GetAsync($"/dossiers/{code}/pay")).Form(Ask);
        (await again.Set("Why", "said-too-much").Set("HowMuch", "1000").Set("Words", "Còn thiếu").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
        (await again.Set("Why", "said-twice").Set("Words", "Chồng tôi cũng nộp").SubmitAsync()).IsShown();
        var declining = await leader.GetAsync("/fees/refunds");
        var comment = declining.Document.QuerySelector("main textarea")!.GetAttribute("name")!;
        (await declining.Form($"form:has([name='{comment}'])").Set(comment, "Sổ chỉ có một lần").SubmitAsync("false")).IsShown();
        await ground.Host.DrainOutboxAsync();
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("Sổ chỉ có một lần").Shows("không hoàn");
        Assert.Contains("Paid", await ground.MoneyOfAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_WhereTheRuleKeepsTheFee_IsAskedForByHand()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-12");
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var leader = await ground.Host.SignInAsync("leader");
        var code = await ground.DueAsync(mother, clerk);
        await PayAsync(clerk, code);
        // The rule of this ground speaks of accepted dossiers: one that wasn't is kept.
        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET state = 7, ended_at = filed_at, accepted_at = NULL WHERE code = $1", code);

        (await (await mother.GetAsync($"/dossiers/{code}/pay")).Form(Ask).Set("Why", "withdrawn").Set("Words", "Rút ngay trong ngày").SubmitAsync()).IsShown();
        var list = await leader.GetAsync("/fees/refunds");
        (await list.Form("Refund").SubmitAsync("true")).IsShown();
        await ground.Host.DrainOutboxAsync();
        (await (await clerk.GetAsync($"/fees/dossiers/{code}")).Form("form[action*='handler=PayOut']").SubmitAsync()).IsShown();

        Assert.EndsWith("Refunded transfers 0 receipts 1 settled 1 went-on 1 refunds withdrawn:8000:Done", await ground.MoneyOfAsync(code), StringComparison.Ordinal);
        Assert.Null((await mother.GetAsync($"/dossiers/{code}/pay")).Document.QuerySelector(Ask));
    }

    [Fact]
    public async Task Withdrawn_WhileItsClockStoodStill_EndsInTime()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-14");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET promised_at = filed_at - interval '1 day' WHERE code = $1", code);

        (await (await mother.GetAsync($"/dossiers/{code}/withdraw")).Form("Reason").Set("Reason", "Không cần nữa").SubmitAsync()).IsShown();

        Assert.True(await ground.Database.ScalarAsync<bool>("""
            SELECT (e.payload->>'inTime')::boolean AND (e.payload->>'workingMinutes')::int < 10 FROM public_services.events e
            JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id WHERE d.code = $1 AND e.name = 'public-services.dossier-ended'
            """, code));
    }

    [Fact]
    public async Task Operator_FindsTheReconciliation_FromHome()
    {
        using var admin = await ground.Host.SignInAsync("admin");

        var page = await (await admin.GetAsync("/")).FollowAsync("Đối soát");

        Assert.Equal("/", page.IsShown().Document.QuerySelector(".back-link")!.GetAttribute("href"));
    }

    private async Task PayAsync(TestBrowser clerk, string code)
    {
        (await (await clerk.GetAsync($"/fees/dossiers/{code}")).Form("form[action*='handler=Cash']").Set("Tendered", "8000").SubmitAsync()).IsShown();
        await ground.Host.DrainOutboxAsync();
    }
}
