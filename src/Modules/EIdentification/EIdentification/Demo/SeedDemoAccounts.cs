using Microsoft.AspNetCore.Identity;
using Npgsql;
using NpgsqlTypes;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;
using Project06.Population.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.EIdentification.Demo;

/// <summary>Offices of all communes, and the sample accounts with their posts.</summary>
internal sealed class SeedDemoAccounts(
    ModuleDataSources sources, IEnumerable<ModuleDescriptor> modules, ReferenceBook reference,
    IPasswordHasher<Account> hasher, AuthenticatorSecret secret, TimeProvider clock) : IDemoSeeder<Nation>
{
    // Posts are older than the sample dossiers that their holders decided.
    private static readonly DateTimeOffset PostsSince = new DateOnly(2025, 7, 1).At(TimeOnly.MinValue);

    public int Order => 30;

    public async Task SeedAsync(Nation nation, CancellationToken cancellationToken)
    {
        var source = sources.Of(modules.Single(m => m.Context == typeof(EIdentificationDbContext)));
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two hosts may start at once: the second waits here and then finds rows.
        if (await ScalarAsync(connection, """
            SELECT pg_advisory_xact_lock(hashtextextended('e_identification:sample', 6));
            SELECT EXISTS (SELECT FROM e_identification.accounts) OR EXISTS (SELECT FROM e_identification.organisations)
            """, cancellationToken))
            return;

        var organisations = DemoOrganisations.All(reference.Current, clock.Today()).ToList();
        await CopyOrganisationsAsync(connection, organisations, cancellationToken);
        var holders = DemoPeople.All(nation).Select(h => (Id: AccountId(h), Holder: h)).ToList();
        await CopyAccountsAsync(connection, holders, DemoPeople.YearOf(nation), cancellationToken);
        var codes = organisations.ToDictionary(o => (o.Kind, o.UnitCode), o => o.Code);
        await CopyPostsAsync(connection, holders, codes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // The same at every seeding, so that links and tests stay good: the person's id with one bit turned.
    private static Guid AccountId(DemoHolder holder)
    {
        var bytes = holder.Person.Id.ToByteArray(bigEndian: true);
        bytes[15] ^= 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    private static async Task<bool> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetBoolean(0);
    }

    private static async Task CopyOrganisationsAsync(
        NpgsqlConnection connection, List<DatedOrganisation> organisations, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            COPY e_identification.organisations (code, kind, name, name_en, unit_code, address, verified, valid_from) FROM STDIN (FORMAT binary)
            """, cancellationToken);
        foreach (var row in organisations)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var text in new[] { row.Code, row.Kind, row.Name, row.NameEn, row.UnitCode, row.Address })
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(row.Verified, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(row.ValidFrom, NpgsqlDbType.Date, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task CopyAccountsAsync(
        NpgsqlConnection connection, List<(Guid Id, DemoHolder Holder)> holders, int year, CancellationToken cancellationToken)
    {
        // One hash for all: a hundred would take seconds, and the password is public anyway.
        var hash = hasher.HashPassword(null!, DemoPeople.Password);
        var now = clock.GetUtcNow();
        await using var copy = await connection.BeginBinaryImportAsync("""
            COPY e_identification.accounts (id, person_id, created_at, number, display_name, salutation, email, language, password_hash, authenticator_secret, unit_code, assured_by, activated_at, level_two_at, level)
            FROM STDIN (FORMAT binary)
            """, cancellationToken);
        foreach (var (id, holder) in holders)
        {
            var person = holder.Person;
            var sex = person.Sex == DemoSex.Female ? Sex.Female : Sex.Male;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(person.Id, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            foreach (var text in new[]
            {
                person.Number, person.FullName, Salutations.Of(sex, person.BirthDate.Year, year),
                person.Email ?? $"{holder.Account.Key}@example.vn", Account.Vietnamese, hash, secret.Protect(holder.Account.AuthenticatorKey),
                person.CommuneCode, Assurances.Sample,
            })
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(2, NpgsqlDbType.Integer, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyPostsAsync(
        NpgsqlConnection connection, List<(Guid Id, DemoHolder Holder)> holders,
        Dictionary<(string Kind, string UnitCode), string> codes, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY e_identification.posts (id, account_id, role, organisation_code, valid_from) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var (id, holder) in holders)
            foreach (var post in holder.Posts)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(Guid.CreateVersion7(PostsSince), NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken);
                await copy.WriteAsync(post.Role, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(codes[(post.Kind, post.UnitCode ?? Organisation.WholeCountry)], NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(PostsSince.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            }
        await copy.CompleteAsync(cancellationToken);
    }
}
