using System.Globalization;
using System.Net;
using Project06.PublicServices.Tests.Features;
using Project06.StandInBank;

namespace Project06.PublicServices.Tests.Fees;

/// <summary>Cash, exemptions and the comparison with the bank.</summary>
public sealed class CounterMoneyTests(PayingGround ground) : IClassFixture<PayingGround>
{
    [Fact]
    public async Task Cash_IsTaken_Voided_TakenAgain_AndHandedIn()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        const string cash = "form[action*='handler=Cash']", cancel = "form[action*='handler=Void']";
        using (var elsewhere = await ground.Host.SignInAsync("other-clerk"))
            (await elsewhere.GetAsync($"/fees/dossiers/{code}")).HasStatus(HttpStatusCode.NotFound);
        var page = await clerk.GetAsync($"/fees/dossiers/{code}");

        (await page.Form(cash).Set("Tendered", "7.999").SubmitAsync()).IsRefused("Tendered");
        var taken = await page.Form(cash).Set("Tendered", "10.000").SubmitAsync();
        taken.IsShown().Shows("Trả lại khách 2.000");
        (await page.Form(cash).Set("Tendered", "8000").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
        await ground.Host.DrainOutboxAsync();
        Assert.Equal("examination Paid transfers 0 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(code));

        var mark = await ground.Database.MarkLedgerAsync();
        var receipt = await clerk.GetAsync(taken.FindLink("/fees/receipts/")!);
        receipt.IsShown().Shows("000001/2026").Shows(TestNation.Account("neighbour-01").Name);
        Assert.Equal([TestNation.Account("neighbour-01").PersonId], (await ground.Database.LedgerSinceAsync(mark)).Select(r => r.PersonId));

        var paid = await clerk.GetAsync($"/fees/dossiers/{code}");
        (await paid.Form(cancel).SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await paid.Form(cancel).Set("Reason", "Thu nhầm hồ sơ").SubmitAsync()).IsShown();
        Assert.Equal("payment", await ground.Database.StepOfAsync(code));
        (await clerk.GetAsync(taken.FindLink("/fees/receipts/")!)).IsShown().Shows("BIÊN LAI ĐÃ HỦY").Shows("Thu nhầm hồ sơ");

        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await (await clerk.GetAsync($"/fees/dossiers/{code}")).Form(cash).Set("Tendered", "8000").SubmitAsync()).IsShown();
        await ground.Host.DrainOutboxAsync();
        Assert.Equal("examination Voided,Paid transfers 0 receipts 2 settled 2 went-on 2 refunds", await ground.MoneyOfAsync(code));
        (await mother.GetAsync($"/dossiers/{code}/fee-receipt")).IsShown().Shows("000002/2026");

        var day = (await clerk.GetAsync("/fees/cash")).IsShown().Shows("8.000");
        (await day.Form("Counted").Set("Counted", "").SubmitAsync()).IsRefused("Counted");
        (await day.Form("Counted").Set("Counted", "7.500").SubmitAsync()).IsShown().Shows("chênh lệch -500");
        Assert.Null((await clerk.GetAsync($"/fees/dossiers/{code}")).Document.QuerySelector(cancel));
    }

    [Fact]
    public async Task Exemption_IsClaimed_Refused_ClaimedAgain_AndConfirmed()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-02");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        const string claim = "form[action*='handler=Exempt']", decide = "form[action*='handler=Exemption']";

        (await (await mother.GetAsync($"/dossiers/{code}/pay")).Form(claim).SubmitAsync()).IsRefused("Exemption");
        await (await mother.GetAsync($"/dossiers/{code}/pay")).Form(claim).Set("Exemption", "meritorious").SubmitAsync();
        var page = await clerk.GetAsync($"/fees/dossiers/{code}");
        page.IsShown().Shows("Người có công");
        (await page.Form(decide).SubmitAsync("false")).IsRefused("Comment");
        (await page.Form(decide).Set("Comment", "Giấy đã hết hạn").SubmitAsync("false")).IsShown();
        await (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("Giấy đã hết hạn").Form(claim).Set("Exemption", "meritorious").SubmitAsync();
        (await (await clerk.GetAsync($"/fees/dossiers/{code}")).Form(decide).SubmitAsync("true")).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("examination", await ground.Database.StepOfAsync(code));
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("Được miễn");
    }

    [Fact]
    public async Task Reconciliation_FindsWhatIsMissing_AndTakesItIn()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-03");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        var order = await ground.StartAsync(mother, code);
        ground.Bank.Books.Pay(order, order.Amount);
        ground.Bank.Books.Strays.Enqueue(new Line("payment", "FT-stray", "P06NOBODY", 12_345, ground.Host.Clock.Now));
        var day = string.Create(CultureInfo.InvariantCulture, $"{TestNation.Today:yyyy-MM-dd}");
        // The next morning, for whoever is signed in then.
        ground.Host.Clock.Set(TestNation.Today.AddDays(1), new TimeOnly(1, 30));
        await ground.Host.RunJobAsync("public-services.reconcile-payments");
        using var leader = await ground.Host.SignInAsync("leader");
        using var admin = await ground.Host.SignInAsync("admin");
        using var elsewhere = await ground.Host.SignInAsync("other-leader");

        (await admin.GetAsync($"/fees/reconciliation?day={day}")).IsShown().Shows("12.345").ShowsNowhere(order.Reference);
        (await elsewhere.GetAsync($"/fees/reconciliation?day={day}")).IsShown().ShowsNowhere("12.345").ShowsNowhere(order.Reference);
        var page = await leader.GetAsync($"/fees/reconciliation?day={day}");
        page.IsShown().Shows(order.Reference).ShowsNowhere("12.345");
        (await page.Form("Finding").SubmitAsync("false")).HasStatus(HttpStatusCode.UnprocessableEntity);
        (await page.Form("Finding").SubmitAsync("true")).IsShown().Shows("Đã xử lý");
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("examination Paid transfers 1 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(code));
        Assert.Contains("public-services.payments-reconciled", await ground.Database.EventNamesAsync("public_services", $"statement:{day}"));
        var stray = await admin.GetAsync($"/fees/reconciliation?day={day}");
        var comment = stray.Document.QuerySelector("main textarea")!.GetAttribute("name")!;
        (await stray.Form("Finding").Set(comment, "Khách chuyển nhầm, ngân hàng đã trả").SubmitAsync("false")).IsShown().Shows("Khách chuyển nhầm");
    }
}
