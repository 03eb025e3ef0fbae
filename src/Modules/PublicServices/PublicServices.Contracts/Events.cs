using Project06.BuildingBlocks.Events;

namespace Project06.PublicServices.Contracts;

/// <summary>A dossier was filed (state 1). Figures are made from these three events; they name nobody.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="UnitCode">Commune of the receiving office.</param>
/// <param name="Channel">1 direct, 2 online, 3 post.</param>
/// <param name="FiledAt">When.</param>
[Event("public-services.dossier-filed")]
public sealed record DossierFiled(Guid DossierId, string ProcedureCode, string UnitCode, int Channel, DateTimeOffset FiledAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>A dossier was accepted (state 2): its clock starts.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="AcceptedAt">When.</param>
/// <param name="DueAt">The promised time.</param>
[Event("public-services.dossier-accepted")]
public sealed record DossierAccepted(Guid DossierId, DateTimeOffset AcceptedAt, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>A dossier ended (state 9, or 3, 7, 8).</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="State">The state code it ended in (docs/glossary.md, national status codes).</param>
/// <param name="EndedAt">When.</param>
/// <param name="InTime">Whether by the promised time.</param>
/// <param name="WorkingMinutes">Working minutes it took, waits for the citizen taken off.</param>
[Event("public-services.dossier-ended")]
public sealed record DossierEnded(Guid DossierId, int State, DateTimeOffset EndedAt, bool InTime, int WorkingMinutes) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>A message for a citizen stands in the portal; PublicServices itself sends it by mail from here.</summary>
/// <param name="MessageId">The message.</param>
[Event("public-services.message-written")]
public sealed record MessageWritten(Guid MessageId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"message:{MessageId}";
}
