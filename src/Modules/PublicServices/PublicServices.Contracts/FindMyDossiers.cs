using MediatR;

namespace Project06.PublicServices.Contracts;

/// <summary>Asks, for a person's home page, for their latest dossiers and what waits for them.</summary>
public sealed record FindMyDossiers(Guid PersonId, int Most) : IRequest<MyDossiers>;

/// <summary>The latest dossiers, newest first.</summary>
/// <param name="Dossiers">Filed ones.</param>
/// <param name="OpenDrafts">How many forms are begun and not filed.</param>
/// <param name="UnreadMessages">How many messages are unread.</param>
/// <param name="HelpAsked">Whether somebody at a counter asks to help right now.</param>
public sealed record MyDossiers(IReadOnlyList<MyDossierLine> Dossiers, int OpenDrafts, int UnreadMessages, bool HelpAsked = false)
{
    /// <summary>The latest forms begun and not filed.</summary>
    public IReadOnlyList<MyDraftLine> Drafts { get; init; } = [];

    /// <summary>How many requests for consent wait for the person's answer.</summary>
    public int ConsentsAsked { get; init; }

    /// <summary>How many final results their dossiers led to.</summary>
    public int Papers { get; init; }
}

/// <summary>A form begun and not filed.</summary>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="Procedure">The procedure's name.</param>
/// <param name="SavedAt">When something was saved last.</param>
public sealed record MyDraftLine(string ProcedureCode, string Procedure, DateTimeOffset SavedAt);

/// <summary>One dossier as its owner sees it at a glance, in the language of the page being written.</summary>
/// <param name="Code">Dossier code.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="Step">What its step means to the citizen.</param>
/// <param name="WaitsForMe">Whether the next move is theirs.</param>
/// <param name="AnswerBy">Until when, if there is such a moment.</param>
/// <param name="PromisedAt">Date of return; null once ended.</param>
/// <param name="IsFinished">Whether the result is there.</param>
/// <param name="Stages">The progress bar: name and done, current or todo.</param>
public sealed record MyDossierLine(
    string Code, string Procedure, string Step, bool WaitsForMe, DateTimeOffset? AnswerBy, DateTimeOffset? PromisedAt,
    bool IsFinished, IReadOnlyList<(string Name, string State)> Stages)
{
    /// <summary>The office that has it now, in the language of the page; null once ended or while it waits for the applicant.</summary>
    public string? Holder { get; init; }

    /// <summary>Whether the next move is a payment.</summary>
    public bool Pays { get; init; }

    /// <summary>Unread letters of the office about it.</summary>
    public int UnreadLetters { get; init; }
}
