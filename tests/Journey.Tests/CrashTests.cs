using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>The delivering host killed after each step of a birth's way. The long proof kills at random too.</summary>
[Collection(nameof(Journeys))]
public sealed class CrashTests(JourneyGround ground)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Kill_AfterEachDelivery_ChangesNothingInTheEnd()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Ái", BirthSteps.Yesterday));
        (await (await ground.As("clerk")).TakeAsync(code, "accept")).IsShown();
        (await (await ground.As("officer")).TakeAsync(code, "send-draft")).IsShown();
        (await mother.AnswerDraftAsync(code, "confirm")).IsShown();
        await ground.Host.DrainOutboxAsync();

        (await (await ground.As("officer")).TakeAsync(code, "register")).IsShown();
        var kills = await DeliverAndKillAsync();
        Assert.Equal("signature", await ground.OfDossierAsync<string>("step_id", code));
        (await (await ground.As("leader")).TakeAsync(code, "sign")).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.True(kills >= 2, $"Killed {kills} times.");
        Assert.Equal(9, await ground.OfDossierAsync<int>("state", code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM civil_status.birth_entries WHERE dossier_code = $1", code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM population.issued_numbers n JOIN civil_status.birth_entries e ON e.id = n.birth_entry_id WHERE e.dossier_code = $1
            """, code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.dossier_results r JOIN public_services.dossiers d ON d.id = r.dossier_id
            WHERE d.code = $1 AND r.is_final
            """, code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id
            WHERE d.code = $1 AND m.kind = (SELECT kind FROM public_services.messages n WHERE n.dossier_id = d.id ORDER BY n.at DESC, n.id DESC LIMIT 1)
            """, code));
    }

    // A new host each time; it is killed as soon as one more effect is committed.
    private async Task<int> DeliverAndKillAsync()
    {
        var kills = 0;
        while (await WaitingAsync() > 0)
        {
            var done = await DoneAsync();
            var since = System.Diagnostics.Stopwatch.StartNew();
            using var host = new HostProcess(ground.Database, HostProcess.ShiftTo(ground.Host.Clock.Now));
            // A delivery whose effect was committed before the last kill is only marked, without an effect.
            while (await DoneAsync() == done && await WaitingAsync() > 0)
            {
                Assert.True(host.Lives, "The host stopped by itself.");
                Assert.True(since.Elapsed < Patience, "Nothing is delivered.");
                await Task.Delay(2);
            }
            kills++;
        }
        return kills;
    }

    private static readonly string[] Schemas = ["public_services", "civil_status", "population"];

    private Task<long> WaitingAsync() => ground.Database.ScalarAsync<long>(
        "SELECT (" + string.Join(") + (", Schemas.Select(s => $"SELECT count(*) FROM {s}.deliveries WHERE done_at IS NULL")) + ")");

    private Task<long> DoneAsync() => ground.Database.ScalarAsync<long>(
        "SELECT (" + string.Join(") + (", Schemas.Select(s => $"SELECT count(*) FROM {s}.inbox")) + ")");
}
