using System.Diagnostics;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>Two processes of the host on one database: a journey that alternates between them at every step.</summary>
public sealed class TwoHostsTests(TwoProcesses ground) : IClassFixture<TwoProcesses>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Journey_AlternatesBetweenProcesses_AndNothingHappensTwice()
    {
        using var mother = await ground.SignInAsync(Family.NextMother(), ground.One);
        using var clerk = await ground.SignInAsync("clerk", ground.Two);
        using var officer = await ground.SignInAsync("officer", ground.One);
        using var leader = await ground.SignInAsync("leader", ground.Two);

        mother.MoveTo(ground.Two);
        await mother.AnswerBirthAsync(new Child("Ân", BirthSteps.Yesterday), stopBefore: "birth-place");
        mother.MoveTo(ground.One);
        var code = await mother.FileBirthAsync(new Child("Ân", BirthSteps.Yesterday));
        clerk.MoveTo(ground.One);
        (await clerk.TakeAsync(code, "accept")).IsShown();
        officer.MoveTo(ground.Two);
        (await officer.TakeAsync(code, "send-draft")).IsShown();
        mother.MoveTo(ground.Two);
        (await mother.AnswerDraftAsync(code, "confirm")).IsShown();
        officer.MoveTo(ground.One);
        (await officer.TakeAsync(code, "register")).IsShown();
        await UntilAsync("the entry waits for a signature", $"SELECT step_id = 'signature' AND pending_effect_id IS NULL FROM public_services.dossiers WHERE code = '{code}'");
        leader.MoveTo(ground.One);
        (await leader.TakeAsync(code, "sign")).IsShown();
        await UntilAsync("the dossier is finished", $"SELECT state = 9 FROM public_services.dossiers WHERE code = '{code}'");

        await AssertEventsWereHandledOnceAsync();
        await AssertEffectsExistOnceAsync(code);
        await AssertJobsRanOnceAsync();
        Assert.Empty(ground.Errors);
    }

    // Every delivery succeeded at its first attempt, and the inbox of whoever was told has it: one row, by its key.
    private async Task AssertEventsWereHandledOnceAsync()
    {
        var schemas = await ground.Database.QueryAsync<string>("SELECT schemaname::text FROM pg_tables WHERE tablename = 'deliveries' ORDER BY 1");
        string All(string columns, string table) => string.Join(" UNION ALL ", schemas.Select(s => $"SELECT {columns} FROM {s}.{table}"));
        var deliveries = All("event_id, consumer, attempts, done_at, last_error", "deliveries");
        await UntilAsync("nothing waits", $"SELECT NOT EXISTS (SELECT FROM ({deliveries}) d WHERE done_at IS NULL)");

        Assert.Empty(await ground.Database.QueryAsync<string>(
            $"SELECT concat_ws(' ', consumer, attempts, last_error) FROM ({deliveries}) d WHERE attempts <> 1 OR last_error IS NOT NULL"));
        Assert.Empty(await ground.Database.QueryAsync<string>($"""
            SELECT coalesce(d.consumer, i.consumer) || ' of ' || coalesce(d.event_id, i.event_id) || ': ' || count(i.event_id)
            FROM ({deliveries}) d FULL JOIN ({All("event_id, consumer", "inbox")}) i ON i.event_id = d.event_id AND i.consumer = d.consumer
            GROUP BY coalesce(d.consumer, i.consumer), coalesce(d.event_id, i.event_id) HAVING count(i.event_id) <> 1 OR count(d.event_id) <> 1
            """));
    }

    private async Task AssertEffectsExistOnceAsync(string code)
    {
        Assert.Equal(1, await CountAsync("civil_status.birth_entries WHERE dossier_code = $1", code));
        Assert.Equal(1, await CountAsync("population.persons p JOIN civil_status.birth_entries e ON e.id = p.created_by_entry WHERE e.dossier_code = $1", code));
        Assert.Equal(1, await CountAsync("population.issued_numbers n JOIN civil_status.birth_entries e ON e.id = n.birth_entry_id WHERE e.dossier_code = $1", code));
        Assert.Equal(1, await CountAsync("public_services.dossier_results r JOIN public_services.dossiers d ON d.id = r.dossier_id WHERE d.code = $1 AND r.is_final", code));
        Assert.Empty(await ground.Database.QueryAsync<string>("""
            SELECT m.kind FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id
            WHERE d.code = $1 GROUP BY m.kind HAVING count(*) > 1
            """, code));
    }

    private async Task AssertJobsRanOnceAsync()
    {
        const string runs = $"host.job_runs WHERE job = '{InHostProcess.Job}'";
        await UntilAsync("the job has run four times", $"SELECT count(*) >= 4 FROM {runs} AND outcome = 'Done'");
        ground.Kill();

        var firings = await CountAsync(runs);
        Assert.Equal(firings, await ground.Database.ScalarAsync<long>($"SELECT count(DISTINCT scheduled_for) FROM {runs}"));
        // The run during which they were killed is written down before it does anything.
        Assert.InRange(new FileInfo(ground.Ticks).Length, firings - 2, firings);
    }

    private Task<long> CountAsync(string rows, params object[] arguments) => ground.Database.ScalarAsync<long>("SELECT count(*) FROM " + rows, arguments);

    private async Task UntilAsync(string what, string question)
    {
        for (var since = Stopwatch.StartNew(); !await ground.Database.ScalarAsync<bool>(question); await Task.Delay(25))
            Assert.True(since.Elapsed < Patience, $"It doesn't come about that {what}: {string.Join('\n', ground.Errors)}");
    }
}
