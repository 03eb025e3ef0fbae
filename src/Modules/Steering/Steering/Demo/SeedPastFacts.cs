using Npgsql;
using NpgsqlTypes;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Project06.DemoNation;
using Project06.ReferenceData.Contracts;
using Project06.Steering.Data;
using Project06.Steering.Domain;

namespace Project06.Steering.Demo;

/// <summary>Facts of the sample nation's past dossiers, marked as such: no event told them.</summary>
internal sealed class SeedPastFacts(
    ModuleDataSources sources, IEnumerable<ModuleDescriptor> modules, ReferenceBook reference) : IDemoSeeder<Nation>
{
    private const int NotAccepted = 3;

    public int Order => 50;

    public async Task SeedAsync(Nation nation, CancellationToken cancellationToken)
    {
        var source = sources.Of(modules.Single(m => m.Context == typeof(SteeringDbContext)));
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two hosts may start at once: the second waits here and then finds rows.
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended('steering:sample', 6))", connection))
            await take.ExecuteNonQueryAsync(cancellationToken);
        await using (var any = new NpgsqlCommand("SELECT EXISTS (SELECT FROM steering.dossier_facts)", connection))
        {
            if (await any.ExecuteScalarAsync(cancellationToken) is true)
                return;
        }
        await CopyAsync(connection, nation.PastDossiers, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<PastDossier> past, CancellationToken cancellationToken)
    {
        var snapshot = reference.Current;
        var calendar = snapshot.Calendar(OfficeKinds.CommuneOffice);
        await using var copy = await connection.BeginBinaryImportAsync("""
            COPY steering.dossier_facts (dossier_id, procedure_code, unit_code, province_code, channel, filed_at, accepted_at,
                due_at, ended_at, state, in_time, working_minutes, is_sample) FROM STDIN (FORMAT binary)
            """, cancellationToken);
        foreach (var dossier in past)
        {
            var accepted = dossier.StateCode > DossierFact.NewlyFiled && dossier.StateCode != NotAccepted ? dossier.ReceivedAt : (DateTimeOffset?)null;
            var ended = dossier.FinishedAt ?? (dossier.StateCode == NotAccepted ? dossier.ReceivedAt : null);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(dossier.Id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(dossier.ProcedureCode, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(dossier.CommuneCode, NpgsqlDbType.Text, cancellationToken);
            await WriteAsync(copy, snapshot.FindUnit(dossier.CommuneCode, dossier.ReceivedAt.LegalDate())?.ProvinceCode, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(dossier.Channel, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(dossier.ReceivedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await WriteAsync(copy, accepted?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await WriteAsync(copy, accepted is null ? null : (object)dossier.DueAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await WriteAsync(copy, ended?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(dossier.StateCode, NpgsqlDbType.Integer, cancellationToken);
            await WriteAsync(copy, ended is null ? null : (object)(ended <= dossier.DueAt), NpgsqlDbType.Boolean, cancellationToken);
            await WriteAsync(copy, Minutes(calendar, accepted, ended), NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(true, NpgsqlDbType.Boolean, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    // The past reaches into a year whose calendar isn't loaded: that time isn't known, and isn't guessed.
    private static int? Minutes(WorkingCalendar calendar, DateTimeOffset? accepted, DateTimeOffset? ended) =>
        accepted is { } from && ended is { } to
            && calendar.Coverage.Years.Contains(from.InVietnam().Year) && calendar.Coverage.Years.Contains(to.InVietnam().Year)
            ? (int)calendar.WorkingTimeBetween(from, to).TotalMinutes
            : null;

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);
}
