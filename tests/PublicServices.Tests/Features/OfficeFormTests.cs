using System.Net;

namespace Project06.PublicServices.Tests.Features;

/// <summary>What officials fill in with an action: drawn, judged, kept, read by later steps; and a folder that somebody just dropped in.</summary>
public sealed class OfficeFormTests(ScratchGround ground) : IClassFixture<ScratchGround>
{
    [Fact]
    public async Task Form_IsJudged_Kept_AndDecidesTheWay()
    {
        var code = await AtDecisionAsync("neighbour-01");
        using var officer = await ground.Host.SignInAsync("officer");
        using var leader = await ground.Host.SignInAsync("leader");
        var page = (await officer.GetAsync($"/desk/{code}/grant")).IsShown();

        (await page.Form().SubmitAsync()).IsRefused("office.finding");
        (await page.Form().Set("office.finding", "unclear").Set("office.copies", "9").SubmitAsync()).IsRefused("office.copies");
        (await page.Form().Force("office.finding", "blue").SubmitAsync()).IsRefused("office.finding");
        Assert.Equal("decision", await ground.Database.StepOfAsync(code));
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await page.Form().Set("office.finding", "unclear").Set("office.copies", "2").Force("office.other", "x").SubmitAsync()).IsShown();

        Assert.Equal("second-look", await ground.Database.StepOfAsync(code));
        var second = (await leader.GetAsync($"/desk/{code}/let-through")).IsShown();
        Assert.Equal("2", second.Form()["office.copies"]);
        (await leader.GetAsync($"/desk/{code}")).IsShown().Shows("Chưa rõ").Shows("Cán bộ ghi");
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await second.Form().Set("office.copies", "3").SubmitAsync()).IsShown();

        Assert.Equal("finished", await ground.Database.StepOfAsync(code));
        Assert.Equal("""{"office.copies": 3, "office.finding": "unclear"}""",
            await ground.Database.ScalarAsync<string>("SELECT decisions::text FROM public_services.dossiers WHERE code = $1", code));
        Assert.Equal(2, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.dossier_steps s JOIN public_services.dossiers d ON d.id = s.dossier_id
            WHERE d.code = $1 AND s.decisions IS NOT NULL
            """, code));
    }

    [Fact]
    public async Task Step_WhoseConditionDoesNotHold_IsPassedOver()
    {
        var code = await AtDecisionAsync("neighbour-02");
        using var officer = await ground.Host.SignInAsync("officer");

        (await (await officer.GetAsync($"/desk/{code}/grant")).Form().Set("office.finding", "clear").SubmitAsync()).IsShown();

        Assert.Equal("finished", await ground.Database.StepOfAsync(code));
    }

    [Fact]
    public async Task Folder_DroppedInWithNoOtherChange_RunsFromFilingToTheEnd()
    {
        using var applicant = await ground.Host.SignInAsync("neighbour-03");
        using var police = await ground.Host.SignInAsync("police");
        var page = await applicant.GetAsync($"/apply/{ScratchGround.Copied}");
        while (page.IsShown().Path.Split('/')[^1] is var at && at != "check-answers")
            page = await AbsenceForm.Fill(page, at).SubmitAsync();
        var code = await page.FileAsync();

        await police.TakeAsync(code, "accept");
        await police.TakeAsync(code, "record");
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("finished", await ground.Database.StepOfAsync(code));
        (await applicant.GetAsync($"/dossiers/{code}")).IsShown();
    }

    private async Task<string> AtDecisionAsync(string applicant)
    {
        using var browser = await ground.Host.SignInAsync(applicant);
        var code = await ScratchGround.FileAsync(browser, witness: null, kind: "none");
        using var clerk = await ground.Host.SignInAsync("clerk");
        await clerk.TakeAsync(code, "accept");
        return code;
    }
}

/// <summary>The absence form, as somebody who goes away fills it in.</summary>
internal static class AbsenceForm
{
    public static TestForm Fill(TestPage page, string at)
    {
        var form = page.Form();
        return at switch
        {
            "who" => form.Set("who", "self"),
            "ground" => form.Set("ground", "d"),
            "dates" => form.SetDate("absent-from", new DateOnly(2026, 11, 23)),
            "destination-unit" => form.Names.Contains("destination-unit")
                ? form.Set("destination-unit", form.Offered("destination-unit")[0])
                : form.Set("destination-unit.Province", form.Offered("destination-unit.Province")[0]),
            "destination-address" => form.Set("destination-address", "12 phố Mẫu"),
            "reason" => form.Set("reason", "Đi làm xa"),
            _ => form,
        };
    }
}
