namespace Project06.EndToEnd.Tests;

// Copies of an entry, paid for in cash; the entry reads as its notes have left it.
public sealed partial class RegisterJourneys
{
    private const string Copies = "2.000635";

    private async Task CopyAsync(Office office, Visitor mother, Named child)
    {
        var asked = await mother.WalkAsync(Copies, new Dictionary<string, object>
        {
            ["register"] = "birth", ["whose"] = "relative", ["subject"] = child, ["copies"] = 2, ["issuing-unit"] = Ward,
        }, page => mother.ShootAsync($"copies-{page}"));
        Assert.Equal(["register", "whose", "subject", "copies", "issuing-unit"], asked);
        var code = await mother.FileAsync();
        await using var clerk = await Keyboard.ArriveAsync(site);
        await clerk.SignInAsync(site, TestNation.Account("clerk"));
        await clerk.PressAsync($"/desk/{code}");
        await clerk.PressAsync("Tiếp nhận hồ sơ");
        await site.Host.DrainOutboxAsync();
        await mother.GoAsync($"/dossiers/{code}/pay");
        await mother.SeesAsync("16.000");
        await mother.ShootAsync("copies-pay");

        // Paid in cash to a clerk with nothing but a keyboard.
        await clerk.PressAsync($"/fees/dossiers/{code}");
        await clerk.RoundAsync();
        await clerk.RefusedAsync("Thu tiền");
        await clerk.TypeHereAsync("20.000");
        await clerk.EnterAsync("cash");
        await clerk.Visitor.SeesAsync("Trả lại khách 4.000");
        await clerk.Visitor.ShootAsync("copies-cash");
        await clerk.PressAsync("In biên lai");
        await clerk.RoundAsync();
        clerk.ComplainsNot();
        await site.Host.DrainOutboxAsync();
        await mother.GoAsync($"/dossiers/{code}/fee-receipt");
        await mother.SeesAsync("16.000");

        await office.ActAsync("officer", code, "send-draft");
        await mother.GoAsync($"/dossiers/{code}");
        await mother.ShootAsync("copies-draft");
        await mother.PressAsync("Xác nhận bản nháp đúng");
        await office.ActAsync("leader", code, "issue");
        await mother.OpenResultAsync(code, "/civil-status/copies/");
        await mother.ShootAsync("copies-result");
        var links = mother.Page.Locator("main a[href*='/pdf']");
        Assert.Equal(2, await links.CountAsync());
        var (first, second) = (await mother.DownloadPaperAsync(links.First), await mother.DownloadPaperAsync(links.Last));
        Assert.NotEqual(first.Address, second.Address);
        Assert.Contains(child.Name, first.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var kind in (string[])["Bổ sung", "Cải chính", "Thay đổi"])
            Assert.Contains($"{kind} số", first.Text, StringComparison.Ordinal);

        await using var anybody = await Visitor.ArriveAsync(site, 360, 780);
        await anybody.GoAsync(second.Address);
        await anybody.SeesAsync("Giấy này có giá trị");
        anybody.ComplainsNot();
    }
}
