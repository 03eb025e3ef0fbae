using System.Net;
using Project06.BuildingBlocks.Money;
using Project06.PublicServices.Features.Fees;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Features;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Fees;

/// <summary>Paying through the gateway, with everything a bank may do.</summary>
public sealed class OnlinePaymentTests(PayingGround ground) : IClassFixture<PayingGround>
{
    [Fact]
    public async Task Pay_ByCallback_GoesOnOnce_AndItsClockRunsAgain()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("8.000").Shows("Quyết định 163/QĐ-BTP");
        var order = await ground.StartAsync(mother, code);
        var waiting = await mother.GetAsync($"/dossiers/{code}/pay");

        waiting.IsShown().Shows(order.Reference);
        Assert.NotNull(waiting.Document.QuerySelector("main svg.qr path"));
        Assert.NotNull(waiting.FindLink($"{ground.Bank.Address}/pay/"));
        Assert.NotNull(await ground.Database.ScalarAsync<DateTime?>("SELECT paused_at FROM public_services.dossiers WHERE code = $1", code));
        var transfer = ground.Bank.Books.Pay(order, order.Amount);
        Assert.Equal(HttpStatusCode.OK, await ground.Bank.TellAsync(order, transfer));
        // Before the redirect: the event isn't delivered yet, and the page knows all the same.
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("Đã nộp xong");
        await ground.Host.DrainOutboxAsync();
        Assert.Equal(HttpStatusCode.OK, await ground.Bank.TellAsync(order, transfer));
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("examination Paid transfers 1 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(code));
        Assert.Equal(1L, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.dossiers WHERE code = $1 AND paused_at IS NULL AND state = 4", code));
        (await mother.GetAsync($"/dossiers/{code}/fee-receipt")).IsShown().Shows("/2026").Shows("8.000").Shows(order.Reference);
        using var stranger = await ground.Host.SignInAsync("neighbour-02");
        (await stranger.GetAsync($"/dossiers/{code}/pay")).HasStatus(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/dossiers/{code}/fee-receipt")).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Callback_NotRightlySigned_ChangesNothing()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-03");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        var order = await ground.StartAsync(mother, code);
        var word = new { reference = order.Reference, status = "paid", transaction = "FT-forged", amount = 8000, at = ground.Host.Clock.Now };
        var before = await ground.MoneyOfAsync(code);

        Assert.Equal(HttpStatusCode.Unauthorized, await ground.Bank.SendAsync(word, secret: "guessed"));
        using var browser = ground.Host.OpenBrowser();
        var unsigned = await browser.PostAsync("/api/v1/payments/callbacks", new StringContent("{}", null, "application/json"));
        unsigned.HasStatus(HttpStatusCode.Unauthorized);
        Assert.Equal("application/problem+json", unsigned.Answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, await ground.Bank.SendAsync(new { reference = order.Reference, status = "paid" }));
        Assert.Equal(HttpStatusCode.NotFound, await ground.Bank.SendAsync(word with { reference = "P06UNKNOWN" }));

        Assert.Equal(before, await ground.MoneyOfAsync(code));
        Assert.Equal("payment Pending transfers 0 receipts 0 settled 0 went-on 0 refunds", before);
    }

    [Fact]
    public async Task Callbacks_AndPolls_OfTheSameInstant_CountOnce()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-04");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        var order = await ground.StartAsync(mother, code);
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var transfer = ground.Bank.Books.Pay(order, order.Amount);
        const string nonce = "one nonce for two of them";

        var told = Enumerable.Range(0, 4).Select(_ => ground.Bank.TellAsync(order, transfer))
            .Append(ground.Bank.TellAsync(order, transfer, nonce)).Append(ground.Bank.TellAsync(order, transfer, nonce));
        var polled = Enumerable.Range(0, 2).Select(_ => ground.Host.RunJobAsync("public-services.check-payments"));
        var answers = await Task.WhenAll(told);
        await Task.WhenAll(polled);
        await ground.Host.DrainOutboxAsync();

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal("examination Paid transfers 1 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(code));
    }

    [Fact]
    public async Task WrongAmounts_GoBack_ByALeadersYes()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-05");
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var leader = await ground.Host.SignInAsync("leader");
        var code = await ground.DueAsync(mother, clerk);

        var first = await ground.StartAsync(mother, code);
        await ground.Bank.TellAsync(first, ground.Bank.Books.Pay(first, 7000));
        await ground.Host.DrainOutboxAsync();
        Assert.Equal("payment RefundDue transfers 1 receipts 0 settled 0 went-on 0 refunds short:7000:Requested", await ground.MoneyOfAsync(code));
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ground.StartAsync(mother, code);
        await ground.Bank.TellAsync(second, ground.Bank.Books.Pay(second, 13_000));
        await ground.Bank.TellAsync(second, ground.Bank.Books.Pay(second, 8_000));
        await ground.Host.DrainOutboxAsync();

        Assert.StartsWith("examination RefundDue,Paid transfers 3 receipts 1 settled 1 went-on 1", await ground.MoneyOfAsync(code), StringComparison.Ordinal);
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("Chuyển thiếu").Shows("Chuyển thừa").Shows("Nộp hai lần");
        (await clerk.GetAsync("/fees/refunds")).HasStatus(HttpStatusCode.Forbidden);
        using (var elsewhere = await ground.Host.SignInAsync("other-leader"))
            (await elsewhere.GetAsync("/fees/refunds")).IsShown().ShowsNowhere(code);
        for (var page = await leader.GetAsync("/fees/refunds"); page.Document.QuerySelector("button[value=true]") is not null;)
            page = (await page.Form("Refund").SubmitAsync("true")).IsShown();
        await ground.Host.DrainOutboxAsync();
        Assert.Equal([5000L, 7000, 8000], ground.Bank.Books.Refunds.Select(r => r.Amount).Order());
        Assert.Contains("refunds double:8000:Done,excess:5000:Done", (await ground.MoneyOfAsync(code)).Replace("short:7000:Done,", "", StringComparison.Ordinal), StringComparison.Ordinal);
        (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("đã hoàn");
    }

    [Fact]
    public async Task Late_WhileItIsStillOwed_Counts_AndAfterTheEndIsGivenBack()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-06");
        using var father = await ground.Host.SignInAsync("neighbour-07");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var (kept, ended) = (await ground.DueAsync(mother, clerk), await ground.DueAsync(father, clerk));
        var (first, second) = (await ground.StartAsync(mother, kept), await ground.StartAsync(father, ended));
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(61));
        await ground.Host.RunJobAsync("public-services.check-payments");
        Assert.Equal("payment Expired transfers 0 receipts 0 settled 0 went-on 0 refunds", await ground.MoneyOfAsync(kept));
        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET state = 7, ended_at = filed_at WHERE code = $1", ended);

        await ground.Bank.TellAsync(first, ground.Bank.Books.Pay(first, 8000));
        await ground.Bank.TellAsync(second, ground.Bank.Books.Pay(second, 8000));
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("examination Paid transfers 1 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(kept));
        Assert.Equal("payment RefundDue transfers 1 receipts 0 settled 0 went-on 0 refunds not-owed:8000:Requested", await ground.MoneyOfAsync(ended));
    }

    [Fact]
    public async Task WithoutACallback_ThePollFindsIt_AndABankThatIsSilentCostsNothing()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-08");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        ground.Bank.IsOpen = false;
        var refused = await (await mother.GetAsync($"/dossiers/{code}/pay")).Form("form[action*='handler=Start']").SubmitAsync();
        ground.Bank.IsOpen = true;

        refused.HasStatus(HttpStatusCode.UnprocessableEntity).Shows("Ngân hàng chưa trả lời");
        var reference = await ground.ReferenceAsync(code);
        await ground.Host.RunJobAsync("public-services.check-payments");
        var again = await (await mother.GetAsync($"/dossiers/{code}/pay")).Form("form[action*='handler=Start']").SubmitAsync();
        again.IsShown();
        Assert.Equal(reference, await ground.ReferenceAsync(code));
        var order = ground.Bank.Books.Find(reference)!;
        (await (await mother.GetAsync($"/dossiers/{code}/pay")).Form("form[action*='handler=Check']").SubmitAsync()).IsShown().Shows("Ngân hàng chưa báo");
        ground.Bank.Books.Pay(order, order.Amount);
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await ground.Host.RunJobAsync("public-services.check-payments");
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("examination Paid transfers 1 receipts 1 settled 1 went-on 1 refunds", await ground.MoneyOfAsync(code));
    }

    [Fact]
    public async Task AmountOfTheOrder_StaysWhenTheFeeChangesMeanwhile()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-09");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await ground.DueAsync(mother, clerk);
        var order = await ground.StartAsync(mother, code);
        ground.Decisions.Add(new ProvincialFee("01", TestFolders.Birth, Channel.Online, new Vnd(50_000), new DateOnly(2026, 11, 1), null, "Nghị quyết thử", false));
        try
        {
            (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("8.000").ShowsNowhere("50.000");
            ground.Host.Clock.Advance(TimeSpan.FromMinutes(61));
            await ground.Host.RunJobAsync("public-services.check-payments");
            using var returned = await ground.Host.SignInAsync("neighbour-09");
            using var clerkLater = await ground.Host.SignInAsync("clerk");
            var second = await ground.StartAsync(returned, code);

            Assert.NotEqual(order.Reference, second.Reference);
            Assert.Equal(8000, second.Amount);
            using var other = await ground.Host.SignInAsync("neighbour-10");
            var later = await ground.DueAsync(other, clerkLater);
            (await other.GetAsync($"/dossiers/{later}/pay")).IsShown().Shows("50.000").Shows("Nghị quyết thử").Shows("chưa được đối chiếu");
        }
        finally
        {
            ground.Decisions.Clear();
        }
    }
}
