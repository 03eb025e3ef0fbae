namespace Project06.Testing;

/// <summary>One row of the access ledger.</summary>
public sealed record AccessRow(
    long Id, DateTime At, Guid PersonId, Guid? ActorAccount, Guid? ActorPerson, string? Organisation, string Purpose,
    string? Procedure, string? Dossier, string[] Fields);

/// <summary>Reads the access ledger as the owner.</summary>
public static class AccessRows
{
    /// <summary>A mark: rows after it are what happened since.</summary>
    public static Task<long> MarkLedgerAsync(this TestDatabase database) =>
        database.ScalarAsync<long>("SELECT coalesce(max(id), 0) FROM transparency.access_rows");

    /// <summary>Rows appended after a mark, oldest first.</summary>
    public static async Task<List<AccessRow>> LedgerSinceAsync(this TestDatabase database, long mark)
    {
        await using var command = database.Owner.CreateCommand("""
            SELECT id, at, person_id, actor_account, actor_person, organisation, purpose, procedure, dossier, fields
            FROM transparency.access_rows WHERE id > $1 ORDER BY id
            """);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = mark });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<AccessRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new AccessRow(
                reader.GetInt64(0), reader.GetDateTime(1), reader.GetGuid(2), await Id(3), await Id(4), await Text(5),
                reader.GetString(6), await Text(7), await Text(8), await reader.GetFieldValueAsync<string[]>(9)));
        }
        return rows;

        async Task<Guid?> Id(int column) => await reader.IsDBNullAsync(column) ? null : reader.GetGuid(column);
        async Task<string?> Text(int column) => await reader.IsDBNullAsync(column) ? null : reader.GetString(column);
    }
}
