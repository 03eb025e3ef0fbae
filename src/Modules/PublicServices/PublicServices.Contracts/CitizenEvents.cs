using Project06.BuildingBlocks.Events;

namespace Project06.PublicServices.Contracts;

/// <summary>An applicant said how content they were with a dossier that ended. A later one of the same dossier replaces it.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Score">1 (not at all) to 5 (very).</param>
/// <param name="RatedAt">When.</param>
[Event("public-services.dossier-rated")]
public sealed record DossierRated(Guid DossierId, int Score, DateTimeOffset RatedAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>A citizen complained about a dossier (PAKN).</summary>
/// <param name="ComplaintId">The complaint.</param>
/// <param name="DossierId">The dossier.</param>
/// <param name="Organisation">The office whose head answers.</param>
/// <param name="FiledAt">When.</param>
/// <param name="DueAt">Until when it is to be answered.</param>
/// <param name="IsFollowUp">Whether it answers back to an answer that didn't satisfy.</param>
[Event("public-services.complaint-filed")]
public sealed record ComplaintFiled(
    Guid ComplaintId, Guid DossierId, string Organisation, DateTimeOffset FiledAt, DateTimeOffset DueAt, bool IsFollowUp) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"complaint:{ComplaintId}";
}

/// <summary>The head of the office answered a complaint, or didn't take it on.</summary>
/// <param name="ComplaintId">The complaint.</param>
/// <param name="DossierId">The dossier.</param>
/// <param name="Outcome"><c>upheld</c>, <c>partly-upheld</c>, <c>not-upheld</c> or <c>rejected</c>.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="InTime">Whether by its time.</param>
[Event("public-services.complaint-closed")]
public sealed record ComplaintClosed(Guid ComplaintId, Guid DossierId, string Outcome, DateTimeOffset AnsweredAt, bool InTime) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"complaint:{ComplaintId}";
}

/// <summary>A paper that the citizen gave before, or got as a result, serves in another dossier: nothing was uploaded (indicators 4.3 and 4.4).</summary>
/// <param name="DossierId">The dossier, or the draft that becomes it.</param>
/// <param name="EvidenceId">The copy.</param>
/// <param name="ReusedAt">When.</param>
[Event("public-services.evidence-reused")]
public sealed record EvidenceReused(Guid DossierId, Guid EvidenceId, DateTimeOffset ReusedAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}
