namespace Project06.EndToEnd.Tests;

// A staff post, from the organisation's administrator to its end.
public sealed partial class AccountJourney
{
    [Fact]
    public async Task Post_GivenByTheAdministrator_WorksUntilItEnds()
    {
        var person = TestNation.Account("neighbour-13");
        await using var clerk = await Visitor.ArriveAsync(site, 1366, 900);
        await clerk.SignInAsync(person);
        Assert.Equal(403, await clerk.OpenAsync("/desk"));
        await using var mother = await Visitor.ArriveAsync(site, 360, 780);
        await mother.SignInAsync(TestNation.Account("neighbour-19"));
        await mother.GoAsync($"/apply/{BirthSteps.Procedure}");
        await mother.AnswerAsync(new Child("Thị", "Chức", new DateOnly(2026, 11, 14), "00123.GCS.00019.26"), await Papers.BirthNoticeAsync(site));
        var code = await mother.FileAsync();

        await using var admin = await Visitor.ArriveAsync(site, 1366, 900);
        await admin.SignInAsync(TestNation.Account("staff-admin"));
        Assert.StartsWith("/staff", admin.At, StringComparison.Ordinal);
        await admin.PressAsync("Giao vị trí công tác");
        await admin.Page.Locator("[name=Number]").FillAsync(person.Number);
        var role = await admin.Page.Locator("[name=Role] option[value^='receiving-clerk|']").First.GetAttributeAsync("value");
        await admin.Page.Locator("[name=Role]").SelectOptionAsync(role!);
        await admin.PressMainAsync();
        await admin.SeesAsync("Đã giao vị trí công tác");
        await admin.SeesAsync(person.Name);

        // The very session that was refused works, and does the work.
        clerk.TakeComplaints();
        await clerk.OpenAtDeskAsync(code);
        await clerk.TakeAsync("accept");
        await clerk.SeesAsync("Đã ghi nhận");
        clerk.ComplainsNot();

        // Ended: the next click is refused, and the account itself stays.
        await admin.LeaveByAsync(admin.Page.Locator("main li").Filter(new() { HasText = person.Name }).Locator("a").First, "the post");
        await admin.LeaveByAsync(admin.Page.Locator("form[action*='handler=End'] button"), "end");
        await admin.SeesAsync("Đã đặt ngày kết thúc");
        await clerk.LeaveByAsync(clerk.Page.Locator("nav.tabs a").First, "the next click");
        await clerk.SeesAsync("không dành cho tài khoản đang dùng");
        Assert.DoesNotContain(code, await clerk.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(clerk.TakeComplaints(), complaint => complaint.Contains("403", StringComparison.Ordinal));
        await clerk.GoAsync("/account");
        await clerk.SeesAsync(person.Name);

        clerk.ComplainsNot();
        admin.ComplainsNot();
        mother.ComplainsNot();
    }
}
