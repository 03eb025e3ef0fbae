using System.Text.Json.Serialization;
using Project06.BuildingBlocks.Time;

namespace Project06.CivilStatus.Domain;

/// <summary>Three different things (Law 60/2014 art. 4, points 10, 12 and 13).</summary>
internal enum ChangeKind
{
    /// <summary>Thay đổi: a new fact.</summary>
    Change,
    /// <summary>Cải chính: an error when the entry was made.</summary>
    Correction,
    /// <summary>Bổ sung: content the entry lacks.</summary>
    Supplement,
}

/// <summary>Where a note stands.</summary>
internal enum EntryChangeState
{
    /// <summary>Written and numbered; the entry reads as before.</summary>
    Written,
    /// <summary>Signed: the entry reads as the note says.</summary>
    Signed,
    /// <summary>Its dossier ended, or came back with other answers, before anybody signed.</summary>
    Abandoned,
}

/// <summary>A note beside a birth entry. The entry keeps its first words for ever.</summary>
internal sealed class EntryChange : IRegisterEntry
{
    public required Guid Id { get; init; }
    public RegisterKind Book { get; private init; } = RegisterKind.Change;
    public required string UnitCode { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required int Volume { get; init; }
    public required DateOnly RegisteredOn { get; init; }
    public required string OfficeUnit { get; init; }
    public required string OfficeProvince { get; init; }
    public required ChangeKind Kind { get; init; }
    public required Guid BirthEntryId { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Whose entry, as it read before the note.</summary>
    public required string SubjectName { get; init; }
    public required IReadOnlyList<AmendedField> Fields { get; init; }
    public required string Ground { get; init; }
    public required Guid RequesterId { get; init; }
    public required string RequesterName { get; init; }
    public required Guid DossierId { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }
    public required Guid EffectRequestId { get; init; }
    public required Guid PendingRequestId { get; set; }
    public required string PublicToken { get; init; }
    public EntryChangeState State { get; private set; }
    public Guid? SignedById { get; private set; }
    public string? SignedByName { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public Guid? ExtractFileId { get; private set; }
    public string? ContentHash { get; private set; }
    public DateTimeOffset? AbandonedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public string EntryNumber => $"{Number}/{Year}";

    public string BookNumber => RegisterBook.NumberOf(RegisterKind.Change, Year, Volume);

    /// <summary>"thay đổi", "cải chính", "bổ sung".</summary>
    [JsonIgnore]
    public string KindWord => Kind switch
    {
        ChangeKind.Change => "thay đổi",
        ChangeKind.Correction => "cải chính",
        _ => "bổ sung",
    };

    public void Sign(Guid requestId, Guid signerId, string signerName, DateTimeOffset now)
    {
        Move(EntryChangeState.Signed);
        PendingRequestId = requestId;
        (SignedById, SignedByName, SignedAt) = (signerId, signerName, now);
        ContentHash = HashOf();
    }

    public void AttachExtract(Guid fileId)
    {
        if (State is not EntryChangeState.Signed || ExtractFileId is not null)
            throw new InvalidOperationException("An extract is attached once, when it is signed.");
        ExtractFileId = fileId;
    }

    public void Abandon(DateTimeOffset now)
    {
        Move(EntryChangeState.Abandoned);
        AbandonedAt = now;
    }

    public bool Holds() => ContentHash == HashOf();

    private string HashOf() => Domain.ContentHash.Of(
    [
        "change-1", UnitCode, EntryNumber, BookNumber, RegisteredOn.Written(), Kind.ToString(), BirthEntryId.ToString(), SubjectName,
        .. Fields.SelectMany(f => new[] { f.Field, f.OldWords, f.NewWords }), Ground, RequesterName, SignedByName,
    ]);

    private void Move(EntryChangeState next)
    {
        if (State is not EntryChangeState.Written)
            throw new InvalidOperationException($"A note that is {State} stays as it is.");
        State = next;
        Version++;
    }
}
