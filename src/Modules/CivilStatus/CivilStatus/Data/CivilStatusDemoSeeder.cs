using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Domain;
using Project06.DemoNation;

namespace Project06.CivilStatus.Data;

/// <summary>The sample nation's births of the last year as entries of the two full communes' books, signed, without files.</summary>
internal sealed class CivilStatusDemoSeeder(
    ModuleDataSources sources, IEnumerable<ModuleDescriptor> modules, DemoBirths births, TimeProvider clock) : IDemoSeeder<Nation>
{
    public int Order => 20;

    public async Task SeedAsync(Nation nation, CancellationToken cancellationToken)
    {
        var module = modules.Single(m => m.Schema == CivilStatusDbContext.SchemaName);
        await using var connection = await sources.Of(module).OpenConnectionAsync(cancellationToken);
        await using (var any = new NpgsqlCommand("SELECT EXISTS (SELECT FROM civil_status.books)", connection))
        {
            if (await any.ExecuteScalarAsync(cancellationToken) is true)
                return;
        }

        var entries = births.Entries(nation).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await CopyBooksAsync(connection, entries, cancellationToken);
        await CopyRegistersAsync(connection, entries, cancellationToken);
        await CopyEntriesAsync(connection, entries, cancellationToken);
        await CopyVersionsAsync(connection, entries, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task CopyBooksAsync(NpgsqlConnection connection, List<BirthEntry> entries, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY civil_status.books (kind, unit_code, year, volume, first_number, opened_on, closed_on, closing_events, closing_pages) FROM STDIN (FORMAT BINARY)", cancellationToken);
        var last = entries.GroupBy(e => (e.UnitCode, e.Year)).ToDictionary(g => g.Key, g => g.Max(e => e.Volume));
        var thisYear = clock.Today().Year;
        foreach (var book in entries.GroupBy(e => (e.UnitCode, e.Year, e.Volume)))
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(nameof(RegisterKind.Birth), cancellationToken);
            await copy.WriteAsync(book.Key.UnitCode, cancellationToken);
            await copy.WriteAsync(book.Key.Year, cancellationToken);
            await copy.WriteAsync(book.Key.Volume, cancellationToken);
            await copy.WriteAsync(book.Min(e => e.Number), cancellationToken);
            await copy.WriteAsync(book.Min(e => e.RegisteredOn), cancellationToken);
            DateOnly? closed = book.Key.Volume < last[(book.Key.UnitCode, book.Key.Year)] ? book.Max(e => e.RegisteredOn)
                : book.Key.Year < thisYear ? new DateOnly(book.Key.Year, 12, 31)
                : null;
            foreach (var value in new object?[] { closed, closed is null ? null : book.Count(), closed is null ? null : book.Count() })
                await WriteAsync(copy, value, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyRegistersAsync(NpgsqlConnection connection, List<BirthEntry> entries, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY civil_status.registers (kind, unit_code, year, last_number) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var register in entries.GroupBy(e => (e.UnitCode, e.Year)))
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(nameof(RegisterKind.Birth), cancellationToken);
            await copy.WriteAsync(register.Key.UnitCode, cancellationToken);
            await copy.WriteAsync(register.Key.Year, cancellationToken);
            await copy.WriteAsync(register.Max(e => e.Number), cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyEntriesAsync(NpgsqlConnection connection, List<BirthEntry> entries, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            COPY civil_status.birth_entries (id, unit_code, year, number, volume, registered_on, office_unit, office_province,
                child_surname, child_middle_name, child_given_name, child_sex, child_birth_date, child_birth_place,
                child_ethnic_code, child_ethnicity, child_nationality_code, child_nationality, child_native_place, child_name_folded,
                mother_id, father_id, mother, father, requester_id, requester_name, requester_relation,
                dossier_id, dossier_code, procedure_code, effect_request_id, pending_request_id, public_token, state,
                child_id, child_number, signed_by_id, signed_by_name, signed_at, content_hash, version) FROM STDIN (FORMAT BINARY)
            """, cancellationToken);
        foreach (var e in entries)
        {
            object?[] row =
            [
                e.Id, e.UnitCode, e.Year, e.Number, e.Volume, e.RegisteredOn, e.OfficeUnit, e.OfficeProvince,
                e.ChildSurname, e.ChildMiddleName, e.ChildGivenName, e.ChildSex.ToString(), e.ChildBirthDate, e.ChildBirthPlace,
                e.ChildEthnicCode, e.ChildEthnicity, e.ChildNationalityCode, e.ChildNationality, e.ChildNativePlace, e.ChildNameFolded,
                e.MotherId, e.FatherId, e.Mother, e.Father, e.RequesterId, e.RequesterName, e.RequesterRelation,
                e.DossierId, e.DossierCode, e.ProcedureCode, e.EffectRequestId, e.PendingRequestId, e.PublicToken, e.State.ToString(),
                e.ChildId, e.ChildNumber, e.SignedById, e.SignedByName, e.SignedAt!.Value.ToUniversalTime(), e.ContentHash, e.Version,
            ];
            await copy.StartRowAsync(cancellationToken);
            foreach (var value in row)
                await WriteAsync(copy, value, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellationToken) => value switch
    {
        null => copy.WriteNullAsync(cancellationToken),
        Guid id => copy.WriteAsync(id, cancellationToken),
        int number => copy.WriteAsync(number, cancellationToken),
        DateOnly day => copy.WriteAsync(day, cancellationToken),
        DateTimeOffset instant => copy.WriteAsync(instant, NpgsqlDbType.TimestampTz, cancellationToken),
        PersonOnPaper person => copy.WriteAsync(JsonSerializer.Serialize(person, BirthEntryMapping.Json), NpgsqlDbType.Jsonb, cancellationToken),
        _ => copy.WriteAsync((string)value, NpgsqlDbType.Text, cancellationToken),
    };

    private async Task CopyVersionsAsync(NpgsqlConnection connection, List<BirthEntry> entries, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY civil_status.entry_versions (entry_id, version, content, recorded_at) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var entry in entries)
        {
            var version = EntryVersion.Of(entry, now);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(version.EntryId, cancellationToken);
            await copy.WriteAsync(version.Version, cancellationToken);
            await copy.WriteAsync(version.Content, NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }
}
