using Project06.Population.Contracts;

namespace Project06.Population.Domain;

/// <summary>One field of a person's row got another value. The row holds the present value, this the way there.</summary>
internal sealed class PersonChange
{
    public required Guid Id { get; init; }
    /// <summary>Order of recording, given by the database.</summary>
    public long Sequence { get; private set; }
    public required Guid PersonId { get; init; }
    /// <summary>A property of <see cref="PersonRecord"/>.</summary>
    public required string Field { get; init; }
    public string? OldValue { get; init; }
    public string? NewValue { get; init; }
    /// <summary>From which day of the law the new value holds; null: it always should have been so (a correction).</summary>
    public DateOnly? ValidFrom { get; init; }
    public string? Reason { get; init; }
    public required ChangeSource Source { get; init; }
    /// <summary>Dossier code or entry.</summary>
    public string? SourceRef { get; init; }
    public string? ProcedureCode { get; init; }
    public Guid? RequestId { get; init; }
    public Guid? DecidedBy { get; init; }
    public string? DecidingOrganisation { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
