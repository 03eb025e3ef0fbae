using System.Net;
using Project06.PublicServices.Tests.Features;

namespace Project06.PublicServices.Tests.Fees;

/// <summary>A post office takes cash for what its clerk helped to file: its own receipt, its own drawer, nothing else of the office's.</summary>
public sealed class PostOfficeCashTests(PayingGround ground) : IClassFixture<PayingGround>
{
    private const string Cash = "form[action*='handler=Cash']";

    [Fact]
    public async Task Cash_OfADossierTheyHelpedToFile_IsThePostOffices()
    {
        using var postal = await ground.Host.SignInAsync("postal-clerk");
        using var mother = await ground.Host.SignInAsync("neighbour-13");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await FileAsync(postal, mother, TestNation.Account("neighbour-13"));
        await clerk.TakeAsync(code, "accept");
        await ground.Host.DrainOutboxAsync();
        Assert.Equal("payment", await ground.Database.StepOfAsync(code));
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("bưu cục đã giúp nộp");
        var alone = await mother.FileBirthAsync();
        (await postal.GetAsync($"/fees/dossiers/{alone}")).HasStatus(HttpStatusCode.NotFound);

        var counter = (await postal.GetAsync("/counter")).IsShown();
        var page = (await counter.FollowAsync(code)).IsShown();
        var taken = (await page.Form(Cash).Set("Tendered", "10000").SubmitAsync()).IsShown().Shows("Trả lại khách 2.000");
        await ground.Host.DrainOutboxAsync();
        var mark = await ground.Database.MarkLedgerAsync();
        var receipt = (await postal.GetAsync(taken.FindLink("/fees/receipts/")!)).IsShown().Shows("Thu hộ").Shows(TestNation.Account("neighbour-13").Name);

        Assert.Equal("examination Paid transfers 0 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(code));
        Assert.Single(await ground.Database.LedgerSinceAsync(mark), r => r.PersonId == TestNation.Account("neighbour-13").PersonId && r.Purpose == "assist");
        (await clerk.GetAsync("/fees/cash")).IsShown().ShowsNowhere("8.000");
        Assert.Null((await clerk.GetAsync($"/fees/dossiers/{code}")).Document.QuerySelector("form[action*='handler=Void']"));
        (await mother.GetAsync($"/dossiers/{code}/fee-receipt")).IsShown().Shows("Thu hộ");
        var day = (await (await postal.GetAsync("/counter")).FollowAsync("Tiền mặt trong ngày")).IsShown().Shows("8.000");
        Assert.Equal("/counter", day.Document.QuerySelector(".back-link")!.GetAttribute("href"));
        (await day.Form("Counted").Set("Counted", "8000").SubmitAsync()).IsShown().Shows("Đã nộp quỹ");
        Assert.Equal(1L, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.cash_pay_ins c JOIN public_services.payments p ON p.pay_in_id = c.id
            JOIN public_services.dossiers d ON d.id = p.dossier_id WHERE d.code = $1 AND c.organisation <> d.receiving_organisation
            """, code));
        Assert.NotNull(receipt.FindLink($"/fees/dossiers/{code}"));
    }

    private async Task<string> FileAsync(TestBrowser postal, TestBrowser citizen, Project06.EIdentification.Contracts.DemoAccount person)
    {
        var found = await (await postal.GetAsync("/counter/find")).Form("Sought").Set("Sought", person.Number).SubmitAsync();
        var visit = (await found.IsShown().Form("citizen").SubmitAsync()).IsShown();
        var digits = (await citizen.GetAsync("/helpers")).Document.QuerySelector(".figure-value")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var opened = await visit.Form("Code").Set("Code", digits).SubmitAsync();
        var question = await opened.IsShown().Form("Procedure").Set("Procedure", "1.001193").SubmitAsync();
        var check = await question.IsShown().AnswerAsync(NewChild.Next());
        (await check.Form().SubmitAsync()).IsShown();
        return await ground.Database.ScalarAsync<string>(
            "SELECT code FROM public_services.dossiers WHERE applicant_id = $1 AND channel = 3 ORDER BY filed_at DESC LIMIT 1", person.PersonId);
    }
}
