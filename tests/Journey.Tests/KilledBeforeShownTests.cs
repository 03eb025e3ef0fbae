using System.Diagnostics;
using Npgsql;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>
/// A host killed while an official opens a page that names people. The row of the ledger comes first: what was shown is
/// written down, whatever happens in between.
/// </summary>
[Collection(nameof(Journeys))]
public sealed class KilledBeforeShownTests(JourneyGround ground)
{
    private const string Ledger = "transparency.access_rows";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Kill_BetweenRecordAndDisplay_LosesNeither()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        var code = await mother.FileBirthAsync(new Child("Ấm", BirthSteps.Yesterday));
        var (name, id) = (TestNation.Account(key).Name, TestNation.Account(key).PersonId);
        using var clerk = await ground.Host.SignInAsync("clerk");
        var mark = await ground.Database.MarkLedgerAsync();

        // The papers of a dossier are read after the people in it: the row is there, the page isn't out.
        using (var host = await HostProcess.ServeAsync(ground.Database, HostProcess.ShiftTo(ground.Host.Clock.Now)))
        {
            clerk.MoveTo(host.Address);
            await using var held = await HoldAsync("public_services.evidence", "ACCESS EXCLUSIVE");
            var opening = clerk.GetAsync($"/desk/{code}");
            await UntilAsync(async () => (await RowsAsync(mark, id)) == 1 && await WaitsForAsync("public_services.evidence"));

            host.Kill();

            await Assert.ThrowsAsync<HttpRequestException>(() => opening);
        }
        Assert.Equal(1, await RowsAsync(mark, id));

        using (var host = await HostProcess.ServeAsync(ground.Database, HostProcess.ShiftTo(ground.Host.Clock.Now)))
        {
            clerk.MoveTo(host.Address);
            (await clerk.GetAsync($"/desk/{code}")).IsShown().Shows(name);
            Assert.Equal(2, await RowsAsync(mark, id));

            // Now killed while the row is being written.
            await using var held = await HoldAsync(Ledger, "SHARE");
            var opening = clerk.GetAsync($"/desk/{code}");
            await UntilAsync(() => WaitsForAsync(Ledger));

            host.Kill();

            await Assert.ThrowsAsync<HttpRequestException>(() => opening);
            await EndWaitersAsync(Ledger);
        }
        Assert.Equal(2, await RowsAsync(mark, id));
    }

    private async Task<int> RowsAsync(long mark, Guid person) => (await ground.Database.LedgerSinceAsync(mark)).Count(r => r.PersonId == person);

    // Until the connection is closed.
    private async Task<NpgsqlConnection> HoldAsync(string table, string mode)
    {
        var connection = await ground.Database.Owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN {mode} MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private Task<bool> WaitsForAsync(string table) =>
        ground.Database.ScalarAsync<bool>($"SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = '{table}'::regclass)");

    // A server that waits for a lock doesn't look whether its client still lives; what it waits with ends here.
    private async Task EndWaitersAsync(string table)
    {
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(TestCluster.Current.SuperuserConnectionString)
        {
            Database = ground.Database.Name, Pooling = false,
        }.ConnectionString);
        await superuser.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_locks WHERE NOT granted AND relation = '{table}'::regclass", superuser);
        Assert.NotEqual(0L, await command.ExecuteScalarAsync());
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var since = Stopwatch.StartNew(); !await done(); await Task.Delay(10))
            Assert.True(since.Elapsed < Patience, "The page isn't held up where it should be.");
    }
}
