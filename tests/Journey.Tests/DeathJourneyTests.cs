using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>One death from the form to the extract, what it ends, and its undoing.</summary>
[Collection(nameof(Journeys))]
public sealed class DeathJourneyTests(JourneyGround ground)
{
    private const string Procedure = "1.000656";

    [Fact]
    public async Task Death_EndsWhatItEnds_AndIsUndone()
    {
        var account = TestNation.Account(Family.NextMother());
        using var wife = await ground.Host.SignInAsync(account);

        var code = await FileAsync(wife);
        await ground.FinishAsync(wife, code);

        Assert.Equal(9, await ground.OfDossierAsync<int>("state", code));
        var entry = await ground.Database.ScalarAsync<Guid>("SELECT id FROM civil_status.death_entries WHERE dossier_code = $1", code);
        var number = await ground.Database.ScalarAsync<int>("SELECT number FROM civil_status.death_entries WHERE id = $1", entry);
        var token = await ground.Database.ScalarAsync<string>("SELECT public_token FROM civil_status.death_entries WHERE id = $1", entry);
        Assert.Equal(0, await LivingAsync(entry));
        var extract = $"/civil-status/death-extracts/{entry}";
        (await wife.GetAsync(extract)).IsShown().Shows("Trích lục khai tử");
        var pdf = await wife.GetAsync(extract + "/pdf");
        Assert.Equal("application/pdf", pdf.HasStatus(HttpStatusCode.OK).Answer.Content.Headers.ContentType?.MediaType);
        using var stranger = ground.Host.OpenBrowser();
        (await stranger.GetAsync($"/c/{token}")).IsShown().Shows("Giấy này có giá trị").ShowsNowhere(account.Number);

        var officer = await ground.As("officer");
        var mark = await ground.Database.MarkLedgerAsync();
        (await officer.GetAsync($"/civil-status/deaths/{entry}")).IsShown().Shows("Đã chấm dứt");
        Assert.NotEmpty(await ground.Database.LedgerSinceAsync(mark));
        Assert.NotEqual(HttpStatusCode.OK, (await wife.GetAsync($"/civil-status/deaths/{entry}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await ground.As("clerk")).GetAsync($"/civil-status/deaths/{entry}")).Status);

        var leader = await ground.As("leader");
        var page = await leader.GetAsync($"/civil-status/death-books/{TestNation.Today.Year}/{number}");
        (await page.IsShown().Form("Reason").Set("Reason", "Nhầm với người trùng tên cùng phường").SubmitAsync()).IsRefused("Law");
        var undone = await page.Form("Reason").Set("Reason", "Nhầm với người trùng tên cùng phường").Set("Law", "Luật Hộ tịch 60/2014/QH13")
            .Set("Evidence", "Ông đã đến Ủy ban nhân dân phường sáng nay").SubmitAsync();
        undone.IsShown().Shows("Nhầm với người trùng tên");
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(1, await LivingAsync(entry));
        (await officer.GetAsync($"/civil-status/deaths/{entry}")).IsShown().Shows("Khôi phục").Shows("Chấm dứt");
        (await stranger.GetAsync($"/c/{token}")).IsShown().ShowsNowhere("Giấy này có giá trị").Shows("không còn giá trị");
    }

    private Task<long> LivingAsync(Guid entry) => ground.Database.ScalarAsync<long>("""
        SELECT count(*) FROM population.persons p JOIN civil_status.death_entries e ON e.deceased_id = p.id WHERE e.id = $1 AND p.died_on IS NULL
        """, entry);

    private static async Task<string> FileAsync(TestBrowser citizen)
    {
        var page = await citizen.GetAsync($"/apply/{Procedure}");
        var asked = new List<string>();
        while (BirthSteps.Last(page.IsShown()) is var at && at != "check-answers")
        {
            Assert.False(asked.Contains(at), $"{at} is asked again: {page.Text}");
            asked.Add(at);
            var form = page.Form();
            page = await (at switch
            {
                "relation" => form.Set("relation", "spouse"),
                "date-known" => form.Set("date-known", "day"),
                "death-date" => form.SetDate("death-date", BirthSteps.Yesterday).Set("death-time", "06:30"),
                "death-place" => form.Set("death-place", "Bệnh viện Mẫu, phường Cửa Nam"),
                "death-cause" => form.Set("death-cause", "Bệnh tim"),
                "proof" => form.Set("proof", "notice"),
                "death-notice" => form.Attach("death-notice-photo", "giay-bao-tu.jpg", "image/jpeg", TestPapers.Jpeg),
                _ => throw new InvalidOperationException($"{at} isn't expected to be asked: {page.Text}"),
            }).SubmitAsync();
        }
        Assert.DoesNotContain("deceased", asked);
        var filed = await page.Form().SubmitAsync();
        Assert.StartsWith("/dossiers/", filed.IsShown().Path);
        return BirthSteps.Last(filed);
    }
}
