using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Apologies;

/// <summary>
/// A late dossier's apology with its new date: written at least a day before the limit breaks, at most once in a
/// dossier's life (Decree 61/2018/ND-CP). Prepared by the system, issued by whoever leads the office.
/// </summary>
internal sealed class Apology
{
    public const string ActionName = "apology", MessageKind = "apology";

    /// <summary>One row a dossier: that is the "once".</summary>
    public required Guid DossierId { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>The date that won't be kept; it stays on record.</summary>
    public required DateTimeOffset PromisedBefore { get; init; }

    public required DateTimeOffset Proposed { get; init; }
    public string? Reason { get; private set; }
    public DateTimeOffset? PromisedAfter { get; private set; }
    public DateTimeOffset? IssuedAt { get; private set; }
    public Guid? IssuedByPersonId { get; private set; }
    public string? IssuedByOrganisation { get; private set; }
    public uint Version { get; init; }

    /// <summary>Why it can't be issued now; null when it can.</summary>
    public string? WhyNot(Dossier dossier) =>
        IssuedAt is not null ? "once"
        : !dossier.IsOpen ? "ended"
        : dossier.PausedAt is not null || dossier.State == DossierLifecycle.SupplementRequested ? "paused"
        : null;

    /// <summary>Issues it: the dossier's promise becomes the new date.</summary>
    public void Issue(Dossier dossier, string reason, DateTimeOffset until, Guid person, string organisation, DateTimeOffset now)
    {
        if (WhyNot(dossier) is { } why)
            throw new InvalidOperationException($"The apology can't be issued: {why}.");
        (Reason, PromisedAfter, IssuedAt, IssuedByPersonId, IssuedByOrganisation) = (reason, until, now, person, organisation);
        dossier.PromisedAt = until;
    }
}
