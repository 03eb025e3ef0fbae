using Project06.BuildingBlocks.Events;

namespace Project06.PublicServices.Contracts;

/// <summary>
/// A stopped dossier goes on where it stood, because the death it was stopped for was registered wrongly. Takes back
/// <see cref="DossierEnded"/>.
/// </summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="At">When.</param>
/// <param name="DueAt">The new promised time.</param>
[Event("public-services.dossier-reopened")]
public sealed record DossierReopened(Guid DossierId, DateTimeOffset At, DateTimeOffset DueAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}
