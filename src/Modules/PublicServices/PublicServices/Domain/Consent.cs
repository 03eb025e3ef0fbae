namespace Project06.PublicServices.Domain;

/// <summary>How a request for consent ended.</summary>
internal enum ConsentAnswer
{
    Agreed,
    Declined,
    /// <summary>No answer in time; the procedure says what follows.</summary>
    Silent,
    /// <summary>The dossier ended while it waited.</summary>
    Void,
}

/// <summary>Somebody is asked whether they agree to what a dossier asks for.</summary>
internal sealed class Consent
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string StepId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset? AnswerBy { get; init; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public ConsentAnswer? Answer { get; private set; }
    public string? Comment { get; private set; }

    public void Close(ConsentAnswer answer, string? comment, DateTimeOffset now) => (Answer, Comment, AnsweredAt) = (answer, comment, now);
}

/// <summary>Something an office must look after beyond its queue.</summary>
internal sealed class DossierAlert
{
    /// <summary>Kinds, each with texts for the desk.</summary>
    public const string NotAcknowledged = "not-acknowledged", FollowUpIncomplete = "follow-up-incomplete",
        ApplicantDied = "applicant-died", ConsenterDied = "consenter-died";

    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required string Organisation { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The entry of the death it comes from.</summary>
    public Guid? DeathEntryId { get; set; }

    public void Settle(DateTimeOffset now) => SettledAt ??= now;

    /// <summary>What was settled has come up again.</summary>
    public void ComeUpAgain() => SettledAt = null;
}
