namespace Project06.EndToEnd.Tests;

/// <summary>One form on a phone: the child's certificate, and by itself its place in a household.</summary>
[Collection(nameof(Site))]
public sealed class BirthGroupJourney(Site site)
{
    [Fact]
    public async Task BirthAndResidence_FromOneFormToBothResults()
    {
        var (person, headOfHousehold) = (TestNation.Account("neighbour-38"), TestNation.Account("head"));
        var child = new Child("Thị Liên", "Thông", new DateOnly(2026, 11, 16), "00123.GCS.03801.26", Head: Named.Of(headOfHousehold));
        await using var office = new Office(site);
        await using var mother = await Visitor.ArriveAsync(site, 360, 780);
        await using var head = await Visitor.ArriveAsync(site, 360, 780);

        // What it is, before she starts.
        await mother.GoAsync($"/services/{BirthSteps.WithResidence}");
        foreach (var told in (string[])["Khai một lần", "Đăng ký khai sinh", "Không thu phí", "Đăng ký thường trú", "10.000 đ", "Hai ngày làm việc", "2 giờ làm việc"])
            await mother.SeesAsync(told);
        await mother.ShootAsync("group-service");
        await mother.PressAsync("Bắt đầu");
        await mother.SignInAsync(person);
        var asked = await mother.AnswerAsync(child, await Papers.BirthNoticeAsync(site), page => mother.ShootAsync($"group-{page}"));
        Assert.DoesNotContain("father", asked);
        Assert.Equal(["home", "head"], asked.TakeLast(2));
        await mother.SeesAsync(headOfHousehold.Name);
        var code = await mother.FileAsync();
        await mother.SeesAsync("Tự gửi khi hồ sơ trên có kết quả");
        await mother.ShootAsync("group-filed");

        // The birth.
        await office.ActAsync("clerk", code, "accept");
        await office.ActAsync("officer", code, "send-draft");
        await mother.GoAsync($"/dossiers/{code}");
        await mother.PressAsync("Xác nhận bản nháp đúng");
        await office.ActAsync("officer", code, "register");
        await office.ActAsync("leader", code, "sign");
        await mother.OpenResultAsync(code, "/civil-status/certificates/");
        await mother.SeesAsync(child.Given);

        // The residence came by itself.
        var next = await site.Database.ScalarAsync<string>("""
            SELECT n.code FROM public_services.dossiers n JOIN public_services.dossiers d ON n.follows_id = d.id WHERE d.code = $1
            """, code);
        await mother.GoAsync("/messages");
        await mother.SeesAsync(next);
        await mother.GoAsync($"/dossiers/{code}");
        await mother.ShootAsync("group-birth-done");
        await mother.LeaveByAsync(mother.Page.Locator($"section[aria-labelledby=group] a[href='/dossiers/{next}']"), next);
        await mother.SeesAsync("Công an xã, phường đang kiểm tra");
        await mother.ShootAsync("group-residence");
        var police = await office.ActAsync("police", next, "accept");
        await AgreeAsync(head, next);

        // A child pays nothing once the office has confirmed that it is one.
        await mother.GoAsync($"/dossiers/{next}/pay");
        await mother.SeesAsync("10.000");
        await mother.Page.Locator("details.fold summary").ClickAsync();
        await mother.Page.Locator("input[name=Exemption][value=residence-child]").CheckAsync();
        await mother.LeaveByAsync(mother.Page.Locator("form[action*='handler=Exempt'] button"), "exempt");
        await police.GoAsync($"/fees/dossiers/{next}");
        await police.LeaveByAsync(police.Page.Locator("form[action*='handler=Exemption'] button[value=true]"), "confirm");
        await site.Host.DrainOutboxAsync();
        await office.ActAsync("police", next, "propose");
        await office.ActAsync("police-leader", next, "sign");

        // Both results, one group; the head finds the child at home.
        await mother.OpenResultAsync(next, "/population/residences/");
        await mother.SeesAsync(child.Given);
        await mother.GoAsync($"/dossiers/{next}");
        await mother.ShootAsync("group-both-done");
        Assert.Equal(2, await mother.Page.Locator("section[aria-labelledby=group] li").CountAsync());
        Assert.Equal(["Đã trả kết quả", "Đã trả kết quả"], await mother.Page.Locator("section[aria-labelledby=group] li .tag").AllInnerTextsAsync());
        await head.GoAsync("/my-data/household");
        await head.SeesAsync(child.Given);
        mother.ComplainsNot();
        head.ComplainsNot();
        office.ComplainsNot();
    }

    private async Task AgreeAsync(Visitor head, string code)
    {
        await head.SignInAsync(TestNation.Account("head"));
        await head.GoAsync("/");
        await head.LeaveByAsync(head.Page.Locator("main a[href='/consents']").First, "consents");
        await head.LeaveByAsync(head.Page.Locator($"a[href='/consents/{await Residences.ConsentOfAsync(site, code)}']"), "consent");
        await head.SeesAsync("Thị Liên Thông");
        await head.ShootAsync("group-consent");
        await head.LeaveByAsync(head.Page.Locator("form:has(input[value=agree]) button"), "agree");
        await site.Host.DrainOutboxAsync();
    }
}
