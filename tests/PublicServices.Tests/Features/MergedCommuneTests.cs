using Project06.BuildingBlocks.Time;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A commune goes into another one while a dossier is on its way there, and while somebody fills in a form.</summary>
public sealed class MergedCommuneTests(TestGround ground) : IClassFixture<TestGround>
{
    private const string Job = "public-services.follow-merged-communes", Ward = "00082";
    private static readonly DateOnly Friday = TestNation.Today, Monday = TestNation.Today.AddDays(3);

    [Fact]
    public async Task Dossier_GoesToTheSuccessorsOffices_AndAFormNamesTheNewCommune()
    {
        var into = await ground.Database.ScalarAsync<string>("""
            SELECT o.unit_code FROM e_identification.organisations o JOIN e_identification.posts p ON p.organisation_code = o.code
            JOIN e_identification.accounts a ON a.id = p.account_id WHERE a.number = $1
            """, TestNation.Account("other-clerk").Number);
        string code, promised;
        TestPage check;
        using (var mother = await ground.Host.SignInAsync("neighbour-01"))
        using (var clerk = await ground.Host.SignInAsync("clerk"))
        {
            code = await mother.FileBirthAsync();
            (await clerk.TakeAsync(code, "accept")).IsShown();
            promised = await PromisedAsync(code);
            (await (await mother.GetAsync($"/dossiers/{code}/letters")).Form("Text").Set("Text", "Bao giờ xong ạ?").SubmitAsync()).IsShown();
        }
        using (var other = await ground.Host.SignInAsync("neighbour-02"))
            check = await (await BirthForm.OpenAsync(other)).AnswerAsync(NewChild.Next());
        TestPage absence;
        using (var third = await ground.Host.SignInAsync("neighbour-03"))
        {
            absence = await third.GetAsync($"/apply/{Procedures.TestFolders.Absence}");
            while (absence.IsShown().Path.Split('/')[^1] is var at && at != "destination-unit")
                absence = await AbsenceForm.Fill(absence, at).SubmitAsync();
        }
        await MergeAsync(into);
        await using var host = new TestHost(ground.Database);
        host.Clock.Set(Monday, new TimeOnly(9, 0));

        await host.RunJobAsync(Job);
        await host.RunJobAsync(Job);

        // Where it stands and its date stay; who has it is new, and everybody is told.
        Assert.Equal("examination", await ground.Database.StepOfAsync(code));
        Assert.Equal(promised, await PromisedAsync(code));
        Assert.Equal([into, into], await ground.Database.QueryAsync<string>("""
            SELECT o.unit_code FROM public_services.dossiers d
            JOIN e_identification.organisations o ON o.code IN (d.receiving_organisation, d.deciding_organisation) WHERE d.code = $1
            """, code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id WHERE d.code = $1 AND m.kind = 'office-merged'
            """, code));
        using (var old = await host.SignInAsync("officer"))
            (await old.GetAsync($"/desk/{code}")).HasStatus(System.Net.HttpStatusCode.NotFound);
        using (var officer = await host.SignInAsync("other-officer"))
        {
            (await officer.GetAsync($"/desk/{code}")).IsShown().Shows("Chuyển đến cơ quan của xã, phường mới").Shows("Nghị quyết sáp nhập thử");
            (await officer.GetAsync("/desk/letters")).IsShown().Shows(code);
            (await officer.TakeAsync(code, "send-draft")).IsShown();
        }
        using (var mother = await host.SignInAsync("neighbour-01"))
        {
            (await mother.GetAsync("/messages")).IsShown().Shows($"Hồ sơ {code} đã chuyển đến cơ quan của xã, phường mới");
            (await mother.AnswerDraftAsync(code, "confirm")).IsShown();
        }
        using (var officer = await host.SignInAsync("other-officer"))
            (await officer.TakeAsync(code, "register")).IsShown();
        await host.DrainOutboxAsync();
        using (var leader = await host.SignInAsync("other-leader"))
            (await leader.TakeAsync(code, "sign")).IsShown();
        await host.DrainOutboxAsync();
        Assert.Equal(9, await ground.Database.StateOfAsync(code));
        Assert.Equal(into, await ground.Database.ScalarAsync<string>("SELECT unit_code FROM civil_status.birth_entries WHERE dossier_code = $1", code));

        // The form that was filled in before: the nation's records still say the old commune, the form says the new one.
        using var second = await host.SignInAsync("neighbour-02");
        var again = (await second.GetAsync(check.Path)).IsShown();
        var filed = await again.FileAsync();
        Assert.Equal(into, await ground.Database.ScalarAsync<string>("SELECT unit_code FROM public_services.dossiers WHERE code = $1", filed));

        // And who names the old commune themselves is told where it went.
        using var traveller = await host.SignInAsync("neighbour-03");
        var refused = await (await traveller.GetAsync(absence.Path)).IsShown().Form().Force("destination-unit", Ward).SubmitAsync();
        refused.IsRefused().Shows("Phường Cửa Nam đã nhập vào").Shows("từ ngày 21/11/2026");
    }

    private Task<string> PromisedAsync(string code) =>
        ground.Database.ScalarAsync<string>("SELECT promised_at::text FROM public_services.dossiers WHERE code = $1", code);

    // From Saturday on the ward is part of the other commune; its organisations end with it.
    private async Task MergeAsync(string into)
    {
        await ground.Database.ExecuteAsync("UPDATE reference_data.units SET valid_to = $2 WHERE code = $1 AND valid_to IS NULL", Ward, Friday);
        await ground.Database.ExecuteAsync("""
            INSERT INTO reference_data.unit_successions (old_level, old_code, old_province_code, new_code, relation, effective_date, legal_basis, confirmed)
            VALUES ('Commune', $1, '01', $2, 'full', $3, 'Nghị quyết sáp nhập thử', true)
            """, Ward, into, Friday.AddDays(1));
        await ground.Database.ExecuteAsync("UPDATE e_identification.organisations SET valid_to = $2 WHERE unit_code = $1", Ward, Friday);
    }
}
