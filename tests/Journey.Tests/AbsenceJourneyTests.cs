using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>The second procedure: another module, another kind of office, no page of its own.</summary>
[Collection(nameof(Journeys))]
public sealed class AbsenceJourneyTests(JourneyGround ground)
{
    private const string Procedure = "1.003677";

    [Fact]
    public async Task Absence_IsRecordedByThePolice()
    {
        var key = Family.NextMother();
        using var citizen = await ground.Host.SignInAsync(key);
        var code = await FileAsync(citizen);
        await ground.Host.DrainOutboxAsync();
        var police = await ground.As("police");

        (await police.GetAsync("/desk")).IsShown().Shows(code);
        (await police.TakeAsync(code, "accept")).IsShown();
        (await police.TakeAsync(code, "record")).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(9, await ground.OfDossierAsync<int>("state", code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM population.absences WHERE dossier_code = $1 AND person_id = $2", code, TestNation.Account(key).PersonId));
        var dossier = await citizen.GetAsync($"/dossiers/{code}");
        var notice = await citizen.GetAsync(dossier.IsShown().FindLink($"/dossiers/{code}/results/") ?? "none");
        Assert.StartsWith("/population/absences/", notice.IsShown().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absence_IsNobodyElsesBusiness()
    {
        using var citizen = await ground.Host.SignInAsync(Family.NextMother());
        var code = await FileAsync(citizen);

        (await (await ground.As("clerk")).GetAsync($"/desk/{code}")).HasStatus(System.Net.HttpStatusCode.NotFound);
        (await (await ground.As("other-police")).GetAsync($"/desk/{code}")).HasStatus(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<string> FileAsync(TestBrowser citizen)
    {
        var page = await citizen.GetAsync($"/apply/{Procedure}");
        var asked = new List<string>();
        while (BirthSteps.Last(page.IsShown()) is var at && at != "check-answers")
        {
            Assert.False(asked.Count(a => a == at) > 1, $"{at} is asked again and again: {page.Text}");
            asked.Add(at);
            var form = page.Form();
            form = at switch
            {
                "who" => form.Set("who", "self"),
                "ground" => form.Set("ground", "c"),
                "dates" => form.SetDate("absent-from", TestNation.Today.AddDays(3)).SetDate("absent-until", TestNation.Today.AddDays(40)),
                "abroad" => form.Set("abroad", "false"),
                "destination-unit" when form.Names.Contains("destination-unit") =>
                    form.Set("destination-unit", form.Offered("destination-unit")[0]),
                "destination-unit" => form.Set("destination-unit.Province", form.Offered("destination-unit.Province")[5]),
                "destination-address" => form.Set("destination-address", "25 đường Mẫu"),
                "reason" => form.Set("reason", "Đi làm ăn xa"),
                _ => throw new InvalidOperationException($"{at}: {string.Join(", ", form.Names)}"),
            };
            page = await form.SubmitAsync();
            // Provinces first, then their communes: the same page again, and not as an error of the citizen.
            if (at == "destination-unit" && page.Form().Names.Contains("destination-unit") && BirthSteps.Last(page) == at)
                page = await page.Form().Set("destination-unit", page.Form().Offered("destination-unit")[0]).SubmitAsync();
        }
        var filed = await page.Form().SubmitAsync();
        Assert.StartsWith("/dossiers/", filed.IsShown().Path);
        return BirthSteps.Last(filed);
    }
}
