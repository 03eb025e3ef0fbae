using Project06.DemoNation;

namespace Project06.EndToEnd.Tests;

// The desk and the counter.
public sealed partial class KeyboardJourneys
{
    [Fact]
    public async Task Desk_FromTheQueueToTheDecision()
    {
        var person = TestNation.Account("neighbour-11");
        var code = await FileAbsenceAsync(person, withPaper: true);
        var colleague = TestNation.Account("neighbour-14");
        await site.Database.ExecuteAsync("""
            INSERT INTO e_identification.posts (id, account_id, role, organisation_code, valid_from)
            SELECT gen_random_uuid(), a.id, 'police-officer', o.code, '2025-07-01' FROM e_identification.accounts a, e_identification.organisations o
            WHERE a.number = $1 AND o.kind = 'commune-police' AND o.unit_code = $2
            """, colleague.Number, DemoNationOptions.WardCode);
        await using var officer = await Keyboard.ArriveAsync(site);
        await officer.SignInAsync(site, TestNation.Account("police"));
        Assert.StartsWith("/desk", officer.Visitor.At, StringComparison.Ordinal);
        await officer.RoundAsync();

        // Through the queue: what nobody holds, of one person, newest first.
        await officer.PressAsync("Chưa ai nhận");
        await officer.TypeAsync("q", code);
        await officer.ToAsync("Lọc và sắp xếp thêm");
        Assert.True((await officer.KeyAsync("Enter")).On);
        await officer.ChooseAsync("holder", "nobody");
        await officer.ChooseAsync("sort", "newest");
        await officer.PressAsync("Tìm");
        await officer.Visitor.SeesAsync(person.Name);
        await officer.RoundAsync();
        await officer.PressAsync($"/desk/{code}");
        await officer.RoundAsync();
        await officer.Visitor.ShootAsync("keyboard-desk");

        // Taken, handed to a colleague, taken back.
        await officer.PressAsync("Nhận hồ sơ");
        await officer.Visitor.SeesAsync("Anh, chị đang giữ hồ sơ này");
        await officer.PressAsync("/assign");
        await officer.RefusedAsync("Giao hồ sơ");
        await officer.RoundAsync();
        await officer.ChooseAsync("To", colleague.PersonId.ToString());
        await officer.PressAsync("Giao hồ sơ");
        await officer.Visitor.SeesAsync($"{colleague.Name} đang giữ hồ sơ này");
        await officer.PressAsync("Nhận lại từ đồng nghiệp");

        // A supplement is thought of and refused without reasons; then the dossier is accepted and decided.
        await officer.PressAsync("/supplement");
        await officer.RoundAsync();
        await officer.RefusedAsync("Yêu cầu bổ sung");
        await officer.PressAsync("Quay lại");
        await officer.PressAsync("Tiếp nhận");
        await officer.RoundAsync();
        await officer.PressAsync("Ghi");
        await site.Host.DrainOutboxAsync();
        Assert.Equal(9, await site.Database.ScalarAsync<int>("SELECT state::int FROM public_services.dossiers WHERE code = $1", code));
        await site.Database.ExecuteAsync("""
            UPDATE e_identification.posts SET valid_to = $2 WHERE role = 'police-officer' AND account_id = (SELECT id FROM e_identification.accounts WHERE number = $1)
            """, colleague.Number, site.Host.Clock.Now);
        officer.ComplainsNot();
    }

    [Fact]
    public async Task Counter_FromTheYesToTheReceipt()
    {
        var person = TestNation.Account("neighbour-12");
        var born = TestNation.Current.People.Single(p => p.Id == person.PersonId).BirthDate;
        await using var clerk = await Keyboard.ArriveAsync(site);
        await clerk.SignInAsync(site, TestNation.Account("clerk"));
        await clerk.PressAsync("/counter");
        await clerk.RoundAsync();

        // Found by name and birth date, and nothing more is seen without their yes.
        await clerk.PressAsync("Mời người tiếp theo");
        await clerk.RoundAsync();
        await clerk.RefusedAsync("Tìm");
        await clerk.BackToAsync("Sought");
        await clerk.TypeHereAsync(person.Name);
        await clerk.TypeDateAsync("BornOn", born);
        await clerk.PressAsync("Tìm");
        await clerk.RoundAsync();
        await clerk.PressAsync("Giúp người này");
        await clerk.RoundAsync();
        await clerk.RefusedAsync("Xác nhận");
        await clerk.TypeHereAsync(await CodeOfAsync(person));
        await clerk.EnterAsync("the code");
        await clerk.Visitor.SeesAsync(person.Name);
        await clerk.RoundAsync();

        // Filed for them.
        await clerk.RefusedAsync("Bắt đầu");
        await clerk.ChooseAsync("Procedure", Absence);
        await clerk.PressAsync("Bắt đầu");
        await clerk.WalkOnAsync(await AbsenceAsync());
        await clerk.RoundAsync();
        await clerk.PressAsync("Nộp hồ sơ");
        await clerk.Visitor.SeesAsync("Đã nộp trong lượt này");
        Assert.Equal(1, await site.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.dossiers WHERE applicant_id = $1 AND visit_id IS NOT NULL AND channel = 1", person.PersonId));
        await clerk.PressAsync("Xong, kết thúc");

        // Somebody who files by themselves is counted; then the month's report, and the day's cash.
        await clerk.PressAsync("/counter/guided");
        await clerk.ChooseAsync("Procedure", Absence);
        await clerk.PressAsync("Ghi lượt hướng dẫn");
        await clerk.Visitor.SeesAsync("Đã ghi");
        await clerk.RoundAsync();
        await clerk.PressAsync("/counter/report");
        await clerk.RoundAsync();
        await clerk.PressAsync("/");
        await clerk.RoundAsync();
        await clerk.Visitor.ShootAsync("keyboard-home-of-a-clerk");
        await clerk.PressAsync("/fees/cash");
        await clerk.RoundAsync();
        clerk.ComplainsNot();
    }

    // What the citizen reads out from their telephone.
    private async Task<string> CodeOfAsync(EIdentification.Contracts.DemoAccount person)
    {
        await using var citizen = await Visitor.ArriveAsync(site, 360, 780);
        await citizen.SignInAsync(person);
        await citizen.GoAsync("/helpers");
        return string.Concat((await citizen.Page.Locator(".figure-value").First.InnerTextAsync()).Where(char.IsAsciiDigit));
    }
}
