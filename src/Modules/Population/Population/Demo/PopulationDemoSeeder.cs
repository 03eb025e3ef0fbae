using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.ReferenceData.Contracts;

namespace Project06.Population.Demo;

/// <summary>Copies the sample nation's households, people and kinship, in one transaction.</summary>
internal sealed class PopulationDemoSeeder(ModuleDataSources sources, TimeProvider clock, ILogger<PopulationDemoSeeder> log)
    : IDemoSeeder<Nation>
{
    public int Order => 10;

    public async Task SeedAsync(Nation nation, CancellationToken cancellationToken)
    {
        await using var connection = await sources.OfRole("p06_" + PopulationDbContext.SchemaName).OpenConnectionAsync(cancellationToken);
        await using (var any = new NpgsqlCommand("SELECT EXISTS (SELECT FROM population.persons)", connection))
        {
            if (await any.ExecuteScalarAsync(cancellationToken) is true)
                return;
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await CopyHouseholdsAsync(connection, nation, cancellationToken);
        await CopyPersonsAsync(connection, nation, clock.GetUtcNow(), cancellationToken);
        await CopyParentageAsync(connection, nation, cancellationToken);
        await FirstVersions.WriteAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        log.LogInformation("Sample people copied: {People} in {Households} households", nation.People.Count, nation.Households.Count);
    }

    private static async Task CopyHouseholdsAsync(NpgsqlConnection connection, Nation nation, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY population.households (id, unit_code, address, head_id) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var household in nation.Households)
        {
            copy.StartRow();
            copy.Write(household.Id, NpgsqlDbType.Uuid);
            copy.Write(household.CommuneCode, NpgsqlDbType.Text);
            copy.Write(household.AddressLine, NpgsqlDbType.Text);
            copy.Write(household.HeadId, NpgsqlDbType.Uuid);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyPersonsAsync(
        NpgsqlConnection connection, Nation nation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            COPY population.persons (id, number, surname, middle_name, given_name, folded_name, sex, birth_date, birth_precision,
                ethnic_code, ethnic_code_system, religion_code, nationality, native_place, residence_unit, residence_address,
                household_id, relation_to_head, marital_status, spouse_id, marriage_date, marriage_entry_no, email, phone,
                died_on, created_at) FROM STDIN (FORMAT binary)
            """, cancellationToken);
        foreach (var person in nation.People)
        {
            copy.StartRow();
            copy.Write(person.Id, NpgsqlDbType.Uuid);
            copy.Write(person.Number, NpgsqlDbType.Text);
            copy.Write(person.Surname, NpgsqlDbType.Text);
            copy.Write(person.MiddleName, NpgsqlDbType.Text);
            copy.Write(person.GivenName, NpgsqlDbType.Text);
            copy.Write(PersonRecord.FoldName(person.Surname, person.MiddleName, person.GivenName), NpgsqlDbType.Text);
            copy.Write(DemoCodes.Of(person.Sex), NpgsqlDbType.Text);
            copy.Write(person.BirthDate, NpgsqlDbType.Date);
            copy.Write(DemoCodes.Of(person.BirthDatePrecision), NpgsqlDbType.Text);
            copy.Write(person.EthnicCode, NpgsqlDbType.Text);
            copy.Write(CodeSystems.EthnicGroup, NpgsqlDbType.Text);
            Write(copy, person.ReligionCode);
            copy.Write(person.Nationality, NpgsqlDbType.Text);
            copy.Write(person.NativePlaceText, NpgsqlDbType.Text);
            copy.Write(person.CommuneCode, NpgsqlDbType.Text);
            copy.Write(person.AddressLine, NpgsqlDbType.Text);
            Write(copy, person.HouseholdId);
            Write(copy, person.RelationToHead is { } relation ? DemoCodes.Of(relation) : null);
            copy.Write(DemoCodes.Of(person.MaritalStatus), NpgsqlDbType.Text);
            Write(copy, person.SpouseId);
            Write(copy, person.MarriageDate);
            Write(copy, person.MarriageEntryNo);
            Write(copy, person.Email);
            Write(copy, person.Phone);
            Write(copy, person.DeathDate);
            copy.Write(now, NpgsqlDbType.TimestampTz);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyParentageAsync(NpgsqlConnection connection, Nation nation, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY population.parentage (child_id, parent_id, kind) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var person in nation.People)
        {
            WriteParent(copy, person.Id, person.MotherId, nameof(ParentKind.Mother));
            WriteParent(copy, person.Id, person.FatherId, nameof(ParentKind.Father));
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static void WriteParent(NpgsqlBinaryImporter copy, Guid childId, Guid? parentId, string kind)
    {
        if (parentId is not { } parent)
            return;
        copy.StartRow();
        copy.Write(childId, NpgsqlDbType.Uuid);
        copy.Write(parent, NpgsqlDbType.Uuid);
        copy.Write(kind, NpgsqlDbType.Text);
    }

    private static void Write(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null)
            copy.WriteNull();
        else
            copy.Write(text, NpgsqlDbType.Text);
    }

    private static void Write(NpgsqlBinaryImporter copy, Guid? id)
    {
        if (id is { } value)
            copy.Write(value, NpgsqlDbType.Uuid);
        else
            copy.WriteNull();
    }

    private static void Write(NpgsqlBinaryImporter copy, DateOnly? day)
    {
        if (day is { } value)
            copy.Write(value, NpgsqlDbType.Date);
        else
            copy.WriteNull();
    }
}
