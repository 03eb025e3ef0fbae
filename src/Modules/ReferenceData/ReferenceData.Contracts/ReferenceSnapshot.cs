using System.Collections.Frozen;

namespace Project06.ReferenceData.Contracts;

/// <summary>The rows a snapshot is made of.</summary>
/// <param name="Units">All versions of all administrative units.</param>
/// <param name="Successions">Conversion table of 1 July 2025.</param>
/// <param name="Prefixes">Identification-number prefixes of the 63 old provinces.</param>
/// <param name="Sessions">Weekly sessions.</param>
/// <param name="Days">Closed and worked days.</param>
/// <param name="Years">Loaded years.</param>
/// <param name="Codes">Values of all code tables.</param>
public sealed record ReferenceRows(
    IReadOnlyList<Unit> Units,
    IReadOnlyList<UnitSuccession> Successions,
    IReadOnlyList<IdentityNumberPrefix> Prefixes,
    IReadOnlyList<WorkingSession> Sessions,
    IReadOnlyList<CalendarDay> Days,
    IReadOnlyList<CalendarYear> Years,
    IReadOnlyList<CodeEntry> Codes);

/// <summary>All reference data at one moment: immutable, in memory, safe for any number of readers. Got from <see cref="ReferenceBook"/>.</summary>
public sealed class ReferenceSnapshot
{
    private readonly UnitIndex units;
    private readonly ILookup<string, UnitSuccession> successionsByNew;
    private readonly ILookup<string, UnitSuccession> successionsByOld;
    private readonly FrozenDictionary<string, IdentityNumberPrefix> prefixes;
    private readonly FrozenDictionary<string, WorkingCalendar> calendars;
    private readonly FrozenDictionary<string, CodeEntry[]> codes;

    /// <summary>Builds the indexes over the rows.</summary>
    /// <param name="version">Content hash of the data.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ArgumentException">A calendar's sessions are missing or overlap.</exception>
    public ReferenceSnapshot(string version, ReferenceRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Version = version;
        units = new UnitIndex(rows.Units);
        successionsByNew = rows.Successions.ToLookup(row => row.NewCode);
        successionsByOld = rows.Successions.Where(row => row.OldCode is not null).ToLookup(row => row.OldCode!);
        prefixes = rows.Prefixes.ToFrozenDictionary(prefix => prefix.OldProvinceCode);
        calendars = rows.Sessions.Select(session => session.OfficeKind).Distinct().ToFrozenDictionary(
            kind => kind,
            kind => WorkingCalendar.Build(kind, rows.Sessions, rows.Days, rows.Years.Where(year => year.OfficeKind == kind).Select(year => year.Year)));
        codes = rows.Codes.GroupBy(entry => entry.System).ToFrozenDictionary(
            group => group.Key,
            group => group.OrderBy(entry => entry.SortOrder).ThenBy(entry => entry.Code, StringComparer.Ordinal).ToArray());
    }

    /// <summary>Content hash of the data that this snapshot holds.</summary>
    public string Version { get; }

    /// <summary>The unit that had this code on that day; null if none had.</summary>
    /// <param name="code">2, 3 or 5 digits.</param>
    /// <param name="on">The day whose meaning of the code is wanted.</param>
    public Unit? FindUnit(string code, DateOnly on) => units.Find(code, on);

    /// <summary>Every version that the code has had, oldest first.</summary>
    /// <param name="code">2, 3 or 5 digits.</param>
    public IReadOnlyList<Unit> UnitVersions(string code) => units.Versions(code);

    /// <summary>Provinces and centrally run cities of that day, in Vietnamese order.</summary>
    /// <param name="on">The day.</param>
    public IReadOnlyList<Unit> Provinces(DateOnly on) => units.Provinces(on);

    /// <summary>Communes, wards and special zones of a province on that day, in Vietnamese order; empty for an unknown province.</summary>
    /// <param name="provinceCode">Two digits, as of that day.</param>
    /// <param name="on">The day.</param>
    public IReadOnlyList<Unit> Communes(string provinceCode, DateOnly on) => units.Communes(provinceCode, on);

    /// <summary>Units whose name contains the text, with or without marks; exact names first.</summary>
    /// <param name="text">What was typed: part of a name, a full name, or a whole code.</param>
    /// <param name="on">The day on which the units must be in force.</param>
    /// <param name="level">Only this level; null: any.</param>
    /// <param name="max">Most units to return.</param>
    public IReadOnlyList<Unit> Search(string text, DateOnly on, UnitLevel? level = null, int max = 20) =>
        units.Search(text, on, level, max);

    /// <summary>The new communes that a unit of before 1 July 2025 went into; several where it was split.</summary>
    /// <param name="oldCode">Code before 1 July 2025.</param>
    public IReadOnlyList<UnitSuccession> Successors(string oldCode) => [.. successionsByOld[oldCode]];

    /// <summary>
    /// The units that stand on a day for what a code has meant: itself while it is in force, afterwards what it went into
    /// when it ended; several where it was split, none where no table says so.
    /// </summary>
    /// <param name="code">Code of a unit, in force on that day or before.</param>
    /// <param name="on">The day.</param>
    public IReadOnlyList<Unit> StandingFor(string code, DateOnly on)
    {
        if (FindUnit(code, on) is { } same)
            return [same];
        var ended = UnitVersions(code).LastOrDefault(version => version.ValidTo < on)?.ValidTo;
        return
        [
            .. successionsByOld[code].Where(row => row.EffectiveDate > ended && row.EffectiveDate <= on)
                .Select(row => FindUnit(row.NewCode, on)).OfType<Unit>().DistinctBy(unit => unit.Code),
        ];
    }

    /// <summary>The units of before 1 July 2025 that a commune of today was made of.</summary>
    /// <param name="newCode">Five-digit code since 1 July 2025.</param>
    public IReadOnlyList<UnitSuccession> Predecessors(string newCode) => [.. successionsByNew[newCode]];

    /// <summary>
    /// Prefixes that a new personal identification number may get for a birth registered in this commune of today:
    /// those of the old provinces of its ground, the likeliest first. Unverified; none for an unknown commune.
    /// </summary>
    /// <param name="communeCode">Five-digit code since 1 July 2025.</param>
    public IReadOnlyList<IdentityNumberPrefixCandidate> OldProvincePrefixes(string communeCode) =>
    [
        .. successionsByNew[communeCode]
            .GroupBy(row => row.OldProvinceCode)
            .Where(group => prefixes.ContainsKey(group.Key))
            .Select(group => new IdentityNumberPrefixCandidate(prefixes[group.Key], group.Count(), Verified: false))
            .OrderByDescending(candidate => candidate.Predecessors)
            .ThenBy(candidate => candidate.Prefix.Prefix, StringComparer.Ordinal),
    ];

    /// <summary>All prefixes of the 63 old provinces, by prefix.</summary>
    public IReadOnlyList<IdentityNumberPrefix> IdentityNumberPrefixes =>
        [.. prefixes.Values.OrderBy(prefix => prefix.Prefix, StringComparer.Ordinal)];

    /// <summary>The working calendar of a kind of office.</summary>
    /// <param name="officeKind">One of <see cref="OfficeKinds"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such kind of office.</exception>
    public WorkingCalendar Calendar(string officeKind) =>
        calendars.TryGetValue(officeKind, out var calendar)
            ? calendar
            : throw new KeyNotFoundException($"No working calendar for the kind of office '{officeKind}'.");

    /// <summary>Loaded years for each kind of office.</summary>
    public IReadOnlyList<CalendarCoverage> CalendarCoverage =>
        [.. calendars.Values.Select(calendar => calendar.Coverage).OrderBy(coverage => coverage.OfficeKind, StringComparer.Ordinal)];

    /// <summary>Values of a code table in force on that day, in the order of its list; empty for an unknown system.</summary>
    /// <param name="system">One of <see cref="CodeSystems"/>.</param>
    /// <param name="on">The day.</param>
    public IReadOnlyList<CodeEntry> Codes(string system, DateOnly on) =>
        codes.TryGetValue(system, out var entries) ? [.. entries.Where(entry => entry.IsValidOn(on))] : [];

    /// <summary>What a code meant in its system on that day; null if nothing.</summary>
    /// <param name="system">One of <see cref="CodeSystems"/>.</param>
    /// <param name="code">The code.</param>
    /// <param name="on">The day.</param>
    public CodeEntry? FindCode(string system, string code, DateOnly on) =>
        codes.TryGetValue(system, out var entries) ? entries.FirstOrDefault(entry => entry.Code == code && entry.IsValidOn(on)) : null;
}
