namespace Project06.PublicServices.Domain;

/// <summary>
/// One office asks another about a dossier (lấy ý kiến). The dossier's own clock goes on meanwhile; the asked office has a
/// clock of its own, counted by its calendar.
/// </summary>
internal sealed class OpinionRequest
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string AskingOrganisation { get; init; }
    public required string AskedOrganisation { get; init; }
    public required Guid AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Question { get; init; }

    /// <summary>The answers of the dossier that the asked office may see, by field id: no more than the question needs.</summary>
    public required List<string> SharedFields { get; init; }

    public required DateTimeOffset DueAt { get; init; }
    public string? Answer { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the asking office no longer needed an answer.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public uint Version { get; init; }

    public bool IsOpen => AnsweredAt is null && WithdrawnAt is null;

    public void Reply(string answer, Guid by, DateTimeOffset now) => (Answer, AnsweredBy, AnsweredAt) = (answer, by, now);

    public void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}
