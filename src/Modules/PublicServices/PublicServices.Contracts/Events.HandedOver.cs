using Project06.BuildingBlocks.Events;

namespace Project06.PublicServices.Contracts;

/// <summary>The result reached the applicant (state 10), after the end that counts (state 9).</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="HandedOverAt">When.</param>
/// <param name="Method"><c>in-person</c>, <c>post</c> or <c>electronic</c>.</param>
[Event("public-services.dossier-handed-over")]
public sealed record DossierHandedOver(Guid DossierId, DateTimeOffset HandedOverAt, string Method) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}
