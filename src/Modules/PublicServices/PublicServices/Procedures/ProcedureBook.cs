namespace Project06.PublicServices.Procedures;

/// <summary>All versions of all foldered procedures; loaded at start, never changed while the host runs.</summary>
internal sealed class ProcedureBook(IEnumerable<Procedure> procedures)
{
    private readonly Dictionary<string, Procedure[]> byCode = procedures
        .GroupBy(procedure => procedure.Code)
        .ToDictionary(group => group.Key, group => group.OrderBy(procedure => procedure.Version).ToArray());

    public IEnumerable<Procedure> All => byCode.Values.SelectMany(versions => versions);

    /// <summary>The version in force on that day; the newest where two overlap; null for a code without one.</summary>
    public Procedure? Find(string code, DateOnly on) =>
        byCode.TryGetValue(code, out var versions) ? versions.LastOrDefault(procedure => procedure.IsValidOn(on)) : null;

    /// <summary>The version a dossier pinned.</summary>
    /// <exception cref="KeyNotFoundException">Its folder is gone.</exception>
    public Procedure Get(string code, int version) =>
        byCode.GetValueOrDefault(code)?.FirstOrDefault(procedure => procedure.Version == version)
        ?? throw new KeyNotFoundException($"There is no folder of procedure {code}, version {version}; dossiers still need it.");

    /// <summary>Procedures in force on that day.</summary>
    public IReadOnlyList<Procedure> InForce(DateOnly on) =>
        [.. byCode.Keys.Order(StringComparer.Ordinal).Select(code => Find(code, on)).OfType<Procedure>()];
}
