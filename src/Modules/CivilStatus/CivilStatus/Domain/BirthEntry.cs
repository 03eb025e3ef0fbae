using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Domain;

/// <summary>
/// One birth in the book of a commune (Law 60/2014 art. 14). Never deleted; each version is kept in entry_versions.
/// </summary>
internal sealed class BirthEntry : IRegisterEntry
{
    public required Guid Id { get; init; }
    public RegisterKind Book { get; private init; } = RegisterKind.Birth;

    /// <summary>Commune code, as of <see cref="RegisteredOn"/>.</summary>
    public required string UnitCode { get; init; }
    public required int Year { get; init; }

    /// <summary>From 1 within commune and year, without a gap.</summary>
    public required int Number { get; init; }
    public required int Volume { get; init; }
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>"Phường Cửa Nam", "Thành phố Hà Nội": as the office was called on the day.</summary>
    public required string OfficeUnit { get; init; }
    public required string OfficeProvince { get; init; }

    public required string ChildSurname { get; init; }
    public required string ChildMiddleName { get; init; }
    public required string ChildGivenName { get; init; }
    public required Sex ChildSex { get; init; }
    public required DateOnly ChildBirthDate { get; init; }
    public required string ChildBirthPlace { get; init; }
    public required string ChildEthnicCode { get; init; }
    public required string ChildEthnicity { get; init; }
    public required string ChildNationalityCode { get; init; }
    public required string ChildNationality { get; init; }
    public required string ChildNativePlace { get; init; }

    /// <summary>For searching only.</summary>
    public required string ChildNameFolded { get; init; }

    public required Guid? MotherId { get; init; }
    public required Guid? FatherId { get; init; }
    public required PersonOnPaper? Mother { get; init; }
    public required PersonOnPaper? Father { get; init; }

    public required Guid RequesterId { get; init; }
    public required string RequesterName { get; init; }
    public required string RequesterRelation { get; init; }
    public required BirthNoticeCode? BirthNoticeCode { get; init; }

    public required Guid DossierId { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }

    /// <summary>The asking that wrote the entry; a second delivery of it writes nothing.</summary>
    public required Guid EffectRequestId { get; init; }

    /// <summary>Address of the public page, 128 bits, base64url.</summary>
    public required string PublicToken { get; init; }

    /// <summary>The asking that waits for an answer, or was answered last.</summary>
    public required Guid PendingRequestId { get; set; }

    public BirthEntryState State { get; private set; }
    public Guid? LookAlikeId { get; private set; }

    /// <summary>The look-alike's own entry is out of force, so it may be this very child.</summary>
    public bool LookAlikeWithoutEntry { get; private set; }
    public Guid? ChildId { get; private set; }
    public string? ChildNumber { get; private set; }
    public Guid? SignedById { get; private set; }
    public string? SignedByName { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public Guid? CertificateFileId { get; private set; }

    /// <summary>SHA-256 over what the paper says, taken when it was signed.</summary>
    public string? ContentHash { get; private set; }
    public Guid? RevokedById { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public string? RevokedReason { get; private set; }

    /// <summary>Counts changes; two people changing the same version meet a conflict.</summary>
    public int Version { get; private set; } = 1;

    public string ChildName => JoinName(ChildSurname, ChildMiddleName, ChildGivenName);

    /// <summary>"12/2026".</summary>
    public string EntryNumber => $"{Number}/{Year}";

    public string BookNumber => RegisterBook.NumberOf(RegisterKind.Birth, Year, Volume);

    /// <summary>Null for entries from before dossiers had codes here.</summary>
    public string? ShownDossierCode => DossierCode.Length > 0 ? DossierCode : null;

    /// <summary>Everybody the entry is about.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Guid?> PeopleNamed => [ChildId, MotherId, FatherId, RequesterId];

    public bool Allows(BirthEntryAction action) => State.Allows(action);

    public static string JoinName(string surname, string middleName, string givenName) =>
        string.Join(' ', new[] { surname, middleName, givenName }.Where(part => part.Length > 0));

    public static string FoldName(string surname, string middleName, string givenName) =>
        VietnameseText.Fold(JoinName(surname, middleName, givenName));

    public void AskReview(Guid lookAlikeId, bool withoutEntry = false)
    {
        Move(BirthEntryAction.AskReview, BirthEntryState.ReviewPending);
        (LookAlikeId, LookAlikeWithoutEntry) = (lookAlikeId, withoutEntry);
    }

    public void ConfirmDistinct(Guid requestId)
    {
        Move(BirthEntryAction.ConfirmDistinct, BirthEntryState.NumberPending);
        PendingRequestId = requestId;
    }

    /// <summary>Waits for the number that the look-alike has already.</summary>
    public void ConfirmSame(Guid requestId)
    {
        Move(BirthEntryAction.ConfirmSame, BirthEntryState.NumberPending);
        PendingRequestId = requestId;
    }

    public void RecordNumber(Guid childId, string number)
    {
        Move(BirthEntryAction.RecordNumber, BirthEntryState.Numbered);
        (ChildId, ChildNumber) = (childId, number);
    }

    /// <summary>Signs; <see cref="AttachCertificate"/> brings the printed paper, which names signer and time.</summary>
    public void Sign(Guid requestId, Guid signerId, string signerName, DateTimeOffset now)
    {
        Move(BirthEntryAction.Sign, BirthEntryState.Signed);
        PendingRequestId = requestId;
        (SignedById, SignedByName, SignedAt) = (signerId, signerName, now);
        ContentHash = BirthEntryHash.Of(this);
    }

    public void AttachCertificate(Guid fileId)
    {
        if (State is not BirthEntryState.Signed || CertificateFileId is not null)
            throw new InvalidOperationException("A certificate is attached once, when it is signed.");
        CertificateFileId = fileId;
    }

    public void Revoke(Guid leaderId, string reason, DateTimeOffset now)
    {
        Move(BirthEntryAction.Revoke, BirthEntryState.Revoked);
        (RevokedById, RevokedReason, RevokedAt) = (leaderId, reason, now);
    }

    /// <summary>Out of force because its dossier ended before anybody signed.</summary>
    public void Abandon(string reason, DateTimeOffset now)
    {
        Move(BirthEntryAction.Abandon, BirthEntryState.Revoked);
        (RevokedReason, RevokedAt) = (reason, now);
    }

    private void Move(BirthEntryAction action, BirthEntryState next)
    {
        if (!Allows(action))
            throw new InvalidOperationException($"{action} isn't possible for an entry that is {State}.");
        State = next;
        Version++;
    }
}
