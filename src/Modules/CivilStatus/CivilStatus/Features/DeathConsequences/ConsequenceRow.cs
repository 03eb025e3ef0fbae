using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.DeathConsequences;

/// <summary>One kind of thing that a death ends, as far as its module has reported.</summary>
/// <param name="Kind">One of <see cref="ConsequenceKinds"/>.</param>
/// <param name="State">What the latest report says; null before any.</param>
/// <param name="Count">How many things it concerned.</param>
/// <param name="EndedAt">When it was ended, or found to be nothing, or left to somebody.</param>
/// <param name="RestoredAt">When it was given back.</param>
/// <param name="WaitsFor">Organisation that must act, by code.</param>
/// <param name="AwaitsRestoring">The entry is out of force and the module hasn't said yet that it gave back.</param>
internal sealed record ConsequenceRow(
    string Kind, ConsequenceState? State, int Count, DateTimeOffset? EndedAt, DateTimeOffset? RestoredAt, string? WaitsFor, bool AwaitsRestoring)
{
    /// <summary>In the order of the page. What isn't ours yet is shown once somebody reports it.</summary>
    private static readonly string[] Order =
    [
        ConsequenceKinds.Record, ConsequenceKinds.Residence, ConsequenceKinds.Headship, ConsequenceKinds.Account, ConsequenceKinds.Sessions,
        ConsequenceKinds.Powers, ConsequenceKinds.Consents, ConsequenceKinds.Dossiers, ConsequenceKinds.Payments,
    ];

    public static IReadOnlyList<ConsequenceRow> Of(DeathEntry entry, IReadOnlyList<DeathConsequence> reports) =>
    [
        .. Order.Where(kind => kind != ConsequenceKinds.Payments || reports.Any(r => r.Kind == kind))
            .Select(kind => Of(entry, kind, [.. reports.Where(r => r.Kind == kind).OrderBy(r => r.At)])),
    ];

    public string StateKey => State switch
    {
        _ when AwaitsRestoring => "consequence.state-restoring",
        null => "consequence.state-unreported",
        ConsequenceState.Nothing => "consequence.state-nothing",
        ConsequenceState.Done => "consequence.state-done",
        ConsequenceState.Waiting => "consequence.state-waiting",
        _ => "consequence.state-restored",
    };

    public string StateColour => State switch
    {
        _ when AwaitsRestoring => "due",
        ConsequenceState.Waiting => "due",
        ConsequenceState.Done or ConsequenceState.Restored => "ok",
        _ => "plain",
    };

    private static ConsequenceRow Of(DeathEntry entry, string kind, IReadOnlyList<DeathConsequence> reports)
    {
        var latest = reports.Count == 0 ? null : reports[^1];
        var ended = reports.LastOrDefault(r => r.State is not ConsequenceState.Restored);
        var restored = reports.LastOrDefault(r => r.State is ConsequenceState.Restored);
        return new ConsequenceRow(
            kind, latest?.State, latest?.Count ?? 0, ended?.At, restored?.At,
            latest?.State is ConsequenceState.Waiting ? latest.WaitsForOrganisation : null,
            entry.RevokedAt is { } revokedAt && (latest is null || latest.At < revokedAt) && latest?.State is not ConsequenceState.Nothing);
    }
}
