using Npgsql;

namespace Project06.Population.Demo;

/// <summary>The first version of every residence and membership, made of the people's rows where they lie.</summary>
internal static class FirstVersions
{
    public static async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            INSERT INTO population.residences (id, version, person_id, kind, unit_code, address, covers_repeats, until_date, status, source, recorded_at)
            SELECT id, 1, id, 'Permanent', residence_unit, residence_address, false, died_on,
                CASE WHEN died_on IS NULL THEN 'InForce' ELSE 'Ended' END, 'FirstRegistration', created_at
            FROM population.persons;
            INSERT INTO population.memberships (id, version, household_id, person_id, relation, status, source, recorded_at)
            SELECT id, 1, household_id, id, coalesce(relation_to_head, 'Other'), 'InForce', 'FirstRegistration', created_at
            FROM population.persons WHERE household_id IS NOT NULL;
            """, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
