using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>Two hosts on one database, delivering in the background as in production: a journey that alternates.</summary>
[Collection(nameof(Journeys))]
public sealed class TwoHostsTests(JourneyGround ground)
{
    [Fact]
    public async Task Journey_AlternatesBetweenHosts_AndNothingHappensTwice()
    {
        await using var one = new TestHost(ground.Database, new TestHostOptions { Background = true });
        await using var two = new TestHost(ground.Database, new TestHostOptions { Background = true });
        TestHost[] hosts = [one, two];
        using var mother = await one.SignInAsync(Family.NextMother());
        using var clerk = await two.SignInAsync("clerk");
        using var officer = await one.SignInAsync("officer");
        using var leader = await two.SignInAsync("leader");

        mother.MoveTo(two);
        var check = await mother.AnswerBirthAsync(new Child("Ân", BirthSteps.Yesterday), stopBefore: "birth-place");
        mother.MoveTo(one);
        var code = await mother.FileBirthAsync(new Child("Ân", BirthSteps.Yesterday));
        clerk.MoveTo(one);
        (await clerk.TakeAsync(code, "accept")).IsShown();
        officer.MoveTo(two);
        (await officer.TakeAsync(code, "send-draft")).IsShown();
        mother.MoveTo(two);
        (await mother.AnswerDraftAsync(code, "confirm")).IsShown();
        officer.MoveTo(one);
        (await officer.TakeAsync(code, "register")).IsShown();
        await UntilAsync("signature", code);
        leader.MoveTo(one);
        (await leader.TakeAsync(code, "sign")).IsShown();
        await UntilAsync("finished", code);

        Assert.NotNull(check);
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM civil_status.birth_entries WHERE dossier_code = $1", code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM population.persons p JOIN civil_status.birth_entries e ON e.id = p.created_by_entry WHERE e.dossier_code = $1
            """, code));
        foreach (var schema in await ground.Database.QueryAsync<string>("SELECT nspname FROM pg_namespace WHERE nspname IN ('public_services', 'civil_status', 'population')"))
            Assert.Empty(await ground.Database.QueryAsync<string>($"SELECT consumer || last_error FROM {schema}.deliveries WHERE last_error IS NOT NULL"));
        Assert.All(hosts, h => Assert.DoesNotContain(h.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal)));
    }

    private async Task UntilAsync(string step, string code)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await ground.OfDossierAsync<string>("step_id", code) == step && await ground.Database.ScalarAsync<bool>(
                    "SELECT pending_effect_id IS NULL FROM public_services.dossiers WHERE code = $1", code))
                return;
            await Task.Delay(50);
        }
        Assert.Fail($"{code} stays at {await ground.OfDossierAsync<string>("step_id", code)}");
    }
}
