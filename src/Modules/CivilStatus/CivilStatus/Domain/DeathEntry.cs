using System.Text.Json.Serialization;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Domain;

/// <summary>
/// One death in the book of a commune (Law 60/2014 art. 32–34). Never deleted; each version is kept in entry_versions.
/// </summary>
internal sealed class DeathEntry : IRegisterEntry
{
    public required Guid Id { get; init; }
    public RegisterKind Book { get; private init; } = RegisterKind.Death;

    /// <summary>Commune code, as of <see cref="RegisteredOn"/>.</summary>
    public required string UnitCode { get; init; }
    public required int Year { get; init; }

    /// <summary>From 1 within commune and year, without a gap; taken last, under the register's lock.</summary>
    public int Number { get; private set; }
    public int Volume { get; private set; }
    public required DateOnly RegisteredOn { get; init; }
    public required string OfficeUnit { get; init; }
    public required string OfficeProvince { get; init; }

    public required Guid DeceasedId { get; init; }

    /// <summary>The dead person in the words of the day; the residence is the last one.</summary>
    public required PersonOnPaper Deceased { get; init; }
    public required string DeceasedNumber { get; init; }
    public required Sex DeceasedSex { get; init; }

    /// <summary>For searching only.</summary>
    public required string DeceasedNameFolded { get; init; }

    public required DateOnly DiedOn { get; init; }
    public required DatePrecision DiedPrecision { get; init; }
    public required TimeOnly? DiedTime { get; init; }
    public required string DeathPlace { get; init; }
    public required string DeathCause { get; init; }
    public required string? NoticeNumber { get; init; }

    public required Guid RequesterId { get; init; }
    public required string RequesterName { get; init; }
    public required string RequesterRelation { get; init; }

    public required Guid DossierId { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }

    /// <summary>The asking that wrote the entry; a second delivery of it writes nothing.</summary>
    public required Guid EffectRequestId { get; init; }

    /// <summary>The asking that waits for an answer, or was answered last.</summary>
    public required Guid PendingRequestId { get; set; }

    /// <summary>Address of the public page, 128 bits, base64url.</summary>
    public required string PublicToken { get; init; }

    public DeathEntryState State { get; private set; }

    /// <summary>What the paper is called on the day it is signed: an extract, from 1 March 2027 a certificate.</summary>
    public string? PaperTitle { get; private set; }
    public string? PaperTitleEn { get; private set; }
    public Guid? SignedById { get; private set; }
    public string? SignedByName { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public Guid? ExtractFileId { get; private set; }
    public string? ContentHash { get; private set; }
    public Guid? RevokedById { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public string? RevokedReason { get; private set; }
    public string? RevokedLaw { get; private set; }
    public string? RevokedEvidence { get; private set; }

    /// <summary>Counts changes; two people changing the same version meet a conflict.</summary>
    public int Version { get; private set; } = 1;

    [JsonIgnore]
    public DeathMoment Died => new(DiedOn, DiedPrecision, DiedTime);

    /// <summary>"12/2026".</summary>
    public string EntryNumber => $"{Number}/{Year}";

    public string BookNumber => RegisterBook.NumberOf(RegisterKind.Death, Year, Volume);

    /// <summary>Everybody the entry is about.</summary>
    [JsonIgnore]
    public IEnumerable<Guid?> PeopleNamed => [DeceasedId, RequesterId];

    public bool Allows(DeathEntryAction action) => State.Allows(action);

    public void PlaceAt(int number, int volume)
    {
        if (Number != 0)
            throw new InvalidOperationException("An entry keeps its place in the book.");
        (Number, Volume) = (number, volume);
    }

    /// <summary>Whether both would put the same words into the book.</summary>
    public bool SaysTheSameAs(DeathEntry other) =>
        (DeceasedId, Deceased, DiedOn, DiedPrecision, DiedTime, DeathPlace, DeathCause)
        == (other.DeceasedId, other.Deceased, other.DiedOn, other.DiedPrecision, other.DiedTime, other.DeathPlace, other.DeathCause)
        && (NoticeNumber, RequesterId, RequesterRelation, UnitCode, RegisteredOn)
        == (other.NoticeNumber, other.RequesterId, other.RequesterRelation, other.UnitCode, other.RegisteredOn);

    /// <summary>Signs; <see cref="AttachExtract"/> brings the printed paper, which names signer and time.</summary>
    public void Sign(Guid requestId, DeathRule rule, Guid signerId, string signerName, DateTimeOffset now)
    {
        Move(DeathEntryAction.Sign, DeathEntryState.Signed);
        PendingRequestId = requestId;
        (PaperTitle, PaperTitleEn) = (rule.PaperTitle, rule.PaperTitleEn);
        (SignedById, SignedByName, SignedAt) = (signerId, signerName, now);
        ContentHash = DeathEntryHash.Of(this);
    }

    public void AttachExtract(Guid fileId)
    {
        if (State is not DeathEntryState.Signed || ExtractFileId is not null)
            throw new InvalidOperationException("An extract is attached once, when it is signed.");
        ExtractFileId = fileId;
    }

    /// <summary>Takes an entry out of force that nobody signed; nothing happened by it.</summary>
    public void Abandon(Guid? byId, string reason, DateTimeOffset now)
    {
        Move(DeathEntryAction.Abandon, DeathEntryState.Revoked);
        (RevokedById, RevokedReason, RevokedAt) = (byId, reason, now);
    }

    public void Revoke(Guid leaderId, string reason, string law, string evidence, DateTimeOffset now)
    {
        Move(DeathEntryAction.Revoke, DeathEntryState.Revoked);
        (RevokedById, RevokedReason, RevokedAt) = (leaderId, reason, now);
        (RevokedLaw, RevokedEvidence) = (law, evidence);
    }

    private void Move(DeathEntryAction action, DeathEntryState next)
    {
        if (!Allows(action))
            throw new InvalidOperationException($"{action} isn't possible for a death entry that is {State}.");
        State = next;
        Version++;
    }
}
