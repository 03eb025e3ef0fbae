using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Project06.BuildingBlocks.Access;

/// <summary>The one way into the access ledger for every module: rows are committed before the answer leaves.</summary>
public static class AccessLedger
{
    /// <summary>
    /// Appends one row per person shown, in one statement, on the module's own connection (in its transaction if
    /// one is open). What a person sees of themselves is left out.
    /// </summary>
    public static async Task RecordAccessAsync(
        this DbContext db, AccessContext context, IEnumerable<PersonShown> people, CancellationToken cancellationToken)
    {
        var rows = people
            .Where(p => p.PersonId != context.ActorPersonId)
            .GroupBy(p => p.PersonId)
            .Select(g => new { person = g.Key, fields = g.SelectMany(p => p.Fields).Distinct().Order(StringComparer.Ordinal) })
            .ToList();
        if (rows.Count == 0)
            return;

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(
                "SELECT transparency.append_access($1, $2)", (NpgsqlConnection)db.Database.GetDbConnection());
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction;
            command.Parameters.Add(Json(new
            {
                account = context.ActorAccountId,
                actor = context.ActorPersonId,
                organisation = context.OrganisationCode,
                organisationName = context.OrganisationName,
                purpose = context.Purpose,
                procedure = context.ProcedureCode,
                dossier = context.DossierCode,
            }));
            command.Parameters.Add(Json(rows));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static NpgsqlParameter Json(object value) =>
        new() { Value = JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
