using Project06.BuildingBlocks.Events;

namespace Project06.PublicServices.Contracts;

/// <summary>
/// Somebody was helped at a counter or post office. The programme counts people guided and people filed for apart; this
/// names neither citizen nor clerk.
/// </summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Organisation">The helping organisation.</param>
/// <param name="UnitCode">Its commune.</param>
/// <param name="Guided">Whether the citizen filed alone, only guided.</param>
/// <param name="At">When it began.</param>
[Event("public-services.citizen-helped")]
public sealed record CitizenHelped(Guid VisitId, string Organisation, string UnitCode, bool Guided, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"visit:{VisitId}";
}

/// <summary>A helper asked for a citizen's yes; PublicServices itself sends the code by mail from here.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Sending">Which sending of a code for it, 1 on.</param>
[Event("public-services.visit-code-asked")]
public sealed record VisitCodeAsked(Guid VisitId, int Sending) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"visit:{VisitId}";
}
