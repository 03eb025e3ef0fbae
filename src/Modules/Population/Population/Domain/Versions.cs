using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Domain;

/// <summary>Whether a version says that the thing holds.</summary>
internal enum VersionStatus
{
    /// <summary>Holds, between its dates.</summary>
    InForce,
    /// <summary>Held until its last day.</summary>
    Ended,
    /// <summary>Never should have been: a mistake undone.</summary>
    Annulled,
}

/// <summary>One version of a dated fact. Rows are only ever added; the latest version of an id counts.</summary>
internal interface IVersion
{
    Guid Id { get; }
    int Version { get; }
    DateOnly? FromDate { get; }
    DateOnly? UntilDate { get; }
    VersionStatus Status { get; }
    DateTimeOffset RecordedAt { get; }
}

/// <summary>Who or what decided a version.</summary>
internal sealed record Provenance(
    ChangeSource Source, string? Ref, DateTimeOffset RecordedAt, string? ProcedureCode = null, Guid? RequestId = null,
    Guid? DecidedBy = null, string? DecidingOrganisation = null, DateTimeOffset? DecidedAt = null)
{
    public static Provenance Of(EffectInput input, Guid requestId, DateTimeOffset now) => new(
        ChangeSource.Dossier, input.DossierCode, now, input.ProcedureCode, requestId, input.DecidedByPersonId,
        input.DecidingOrganisation, input.DecidedAt);
}

/// <summary>Reading versions.</summary>
internal static class Versions
{
    /// <summary>The latest version of each, by what was known at a moment; null: today.</summary>
    public static IEnumerable<T> Latest<T>(this IEnumerable<T> versions, DateTimeOffset? knownAt = null) where T : IVersion =>
        versions.Where(v => knownAt is null || v.RecordedAt <= knownAt).GroupBy(v => v.Id).Select(g => g.MaxBy(v => v.Version)!);

    /// <summary>Whether it holds on a day; an open end counts on, an unknown start since always.</summary>
    public static bool Holds(this IVersion version, DateOnly on) =>
        version.Status != VersionStatus.Annulled && (version.FromDate is not { } from || from <= on)
        && (version.UntilDate is not { } until || on <= until);

    /// <summary>The last day of something that ends because something else begins: the day before, but never before its start.</summary>
    public static DateOnly DayBefore(this IVersion version, DateOnly next) =>
        version.FromDate is { } from && from >= next ? from : next.AddDays(-1);
}
