using System.Text.Json.Nodes;

namespace Project06.PublicServices.Domain;

/// <summary>One thing that happened to a dossier; never changed.</summary>
internal sealed class DossierStep
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Action { get; init; }
    public required string? FromStep { get; init; }
    public required string ToStep { get; init; }
    public required int State { get; init; }
    public Guid? ByPersonId { get; init; }
    public string? ByOrganisation { get; init; }
    public string? ByRole { get; init; }
    public string? Comment { get; init; }
    public string? Ground { get; init; }

    /// <summary>What the official filled in with the action.</summary>
    public JsonObject? Decisions { get; init; }

    /// <summary>Reasons by field, for a supplement.</summary>
    public JsonObject? Reasons { get; init; }
}

/// <summary>A person a dossier names, so that showing it is recorded for each of them.</summary>
internal sealed class DossierPerson
{
    public required Guid DossierId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What the fields of those begin with who entered the nation's records by an effect.</summary>
    public const string EnteredPrefix = "entered.";

    /// <summary>The field that names them; <c>applicant</c> for the one who filed; <c>entered.</c> and the asking.</summary>
    public required string Field { get; init; }
}

/// <summary>One asking of an effect and its answer.</summary>
internal sealed class EffectRequest
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string StepId { get; init; }
    public required string ActionId { get; init; }
    public required string Effect { get; init; }
    public required Guid DecidedByPersonId { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Outcome { get; private set; }
    public string? ReasonCode { get; private set; }

    public void Answer(string outcome, string? reason, DateTimeOffset now) =>
        (Outcome, ReasonCode, AnsweredAt) = (outcome, reason, now);
}

/// <summary>What a dossier led to; its owner serves it.</summary>
internal sealed class DossierResultRow
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string Kind { get; init; }
    public required string Path { get; init; }
    public required bool IsFinal { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A message to a citizen; its words are made when it is read, in the reader's language.</summary>
internal sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What it is about; null where it is about a look.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>The disputed look at the person's data that it is about.</summary>
    public long? LookId { get; init; }

    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset? MailedAt { get; private set; }

    public void MarkRead(DateTimeOffset now) => ReadAt ??= now;

    public void MarkMailed(DateTimeOffset now) => MailedAt ??= now;
}

/// <summary>A file given as evidence: the original as sent and the rendition that officials see.</summary>
internal sealed class Evidence
{
    public required Guid Id { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid OwnerId { get; init; }
    public required string FieldId { get; init; }
    public required string Name { get; init; }
    public required Guid OriginalFileId { get; init; }
    public required IReadOnlyList<Guid> PageFileIds { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The paper of an earlier dossier that this one is a copy of; null for an upload.</summary>
    public Guid? ReusedFrom { get; init; }

    /// <summary>The result of an earlier dossier that this one is, as its issuer signed it.</summary>
    public Guid? ResultId { get; init; }
}

/// <summary>Something the administrator must know, once.</summary>
internal sealed class OperatorNotice
{
    public required string Key { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
}
