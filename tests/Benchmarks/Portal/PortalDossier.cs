namespace Project06.Benchmarks.Portal;

/// <summary>A dossier of this proof as the database has it.</summary>
internal sealed record PortalDossier(
    Guid Id, string Code, string Procedure, string Step, int State, Guid? Consent, bool Pending, bool Ended)
{
    /// <summary>Reads the columns it needs, for the dossiers of <c>$1</c>.</summary>
    public const string Sql = """
        SELECT d.id, d.code, d.procedure_code, d.step_id, d.state, c.id, d.pending_effect_id IS NOT NULL, d.ended_at IS NOT NULL
        FROM public_services.dossiers d
        LEFT JOIN public_services.consents c ON c.dossier_id = d.id AND c.answered_at IS NULL
        WHERE d.id = ANY($1) ORDER BY d.filed_at
        """;

    public static PortalDossier Read(Npgsql.NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.IsDBNull(5) ? null : r.GetGuid(5), r.GetBoolean(6), r.GetBoolean(7));
}
