using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests;

/// <summary>A procedure of another module and another kind of office, from citizen to result, by the same pages.</summary>
[Collection(nameof(Site))]
public sealed class AbsenceJourney(Site site)
{
    private const string Reason = "Đi học đại học, ở cùng người thân";

    [Theory]
    [InlineData(true, "neighbour-06", "đi học xa")]
    [InlineData(false, "neighbour-07", "tam vang")]
    public async Task Absence_FromPhoneToRecord(bool scripts, string account, string search)
    {
        var person = TestNation.Account(account);
        await using var citizen = await Visitor.ArriveAsync(site, 360, 780, scripts);
        await citizen.SignInAsync(person);
        await citizen.GoAsync($"/services?q={Uri.EscapeDataString(search)}");
        await citizen.PressAsync("Khai báo tạm vắng");
        await citizen.SeesAsync("Công an xã, phường nhận và giải quyết");
        await citizen.PressAsync("Bắt đầu");

        var asked = await AnswerAsync(citizen);
        Assert.DoesNotContain("absent-person", asked);
        Assert.DoesNotContain("declaring-unit", asked);
        await citizen.SeesAsync(person.Name);
        await citizen.SeesAsync(Reason);
        await citizen.PressMainAsync();
        var code = citizen.At.Split('/', '?')[2];
        await citizen.SeesAsync("Đã nộp hồ sơ");

        await using var officer = await Visitor.ArriveAsync(site, 1366, 900, scripts);
        await officer.SignInAsync(TestNation.Account("police"));
        await officer.OpenAtDeskAsync(code);
        await officer.TakeAsync("accept");
        await citizen.GoAsync($"/dossiers/{code}?lang=en");
        await citizen.SeesAsync("Why this date?");
        await officer.TakeAsync("record");
        await site.Host.DrainOutboxAsync();

        await citizen.GoAsync("/messages?lang=vi");
        await citizen.PressAsync($"Hồ sơ {code} đã có kết quả");
        await citizen.PressAsync("Mở: Phiếu khai báo tạm vắng");
        await citizen.SeesAsync("PHIẾU KHAI BÁO TẠM VẮNG");
        await citizen.SeesAsync(person.Name);
        await citizen.SeesAsync(Reason);
        await citizen.GoAsync("/my-data/access-log");
        await citizen.SeesAsync("Công an phường");

        citizen.ComplainsNot();
        officer.ComplainsNot();
    }

    /// <summary>Answers the pages of the form one after the other.</summary>
    internal static async Task<List<string>> AnswerAsync(Visitor citizen)
    {
        var asked = new List<string>();
        while (citizen.At.Split('?')[0].Split('/')[^1] is var page && !page.StartsWith("check-answers", StringComparison.Ordinal))
        {
            // Without scripts the communes come after the province: the page is asked once more, with them.
            if (asked.Contains(page) && page != "destination-unit")
                Assert.Fail($"{page} is asked again: {await citizen.TextAsync()}");
            asked.Add(page);
            await AnswerPageAsync(citizen, page);
            await citizen.PressMainAsync();
        }
        return asked;
    }

    private static async Task AnswerPageAsync(Visitor citizen, string page)
    {
        var form = citizen.Page.Locator("main");
        switch (page)
        {
            case "dates":
                await citizen.TypeDateAsync("absent-from", new DateOnly(2026, 12, 1));
                await citizen.TypeDateAsync("absent-until", new DateOnly(2028, 6, 30));
                break;
            case "destination-unit":
                await form.Locator("select[name='destination-unit.Province']").SelectOptionAsync("48");
                if (await form.Locator("select[name='destination-unit']").CountAsync() > 0)
                    await form.Locator("select[name='destination-unit']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
                break;
            case "destination-address":
                await form.Locator("[name=destination-address]").FillAsync("12 phố Mẫu");
                break;
            case "reason":
                await form.Locator("[name=reason]").FillAsync(Reason);
                break;
            case "who":
                await form.Locator("input[type=radio][value=self]").CheckAsync();
                break;
            default:
                await form.Locator("input[type=radio]").First.CheckAsync();
                break;
        }
    }
}
