using System.Collections.Frozen;

namespace Project06.CivilStatus.Domain;

/// <summary>Where an entry stands. It has its place in the book from the first state on.</summary>
internal enum BirthEntryState
{
    /// <summary>Written and numbered in the book; waits for the child's identity number.</summary>
    NumberPending,
    /// <summary>The child looks like somebody already numbered; an officer must look.</summary>
    ReviewPending,
    /// <summary>The child has a number; the certificate is a draft until it is signed.</summary>
    Numbered,
    /// <summary>The certificate is signed and valid.</summary>
    Signed,
    /// <summary>Not in force any more; its number in the book is never given again.</summary>
    Revoked,
}

/// <summary>What can be done with an entry.</summary>
internal enum BirthEntryAction
{
    /// <summary>The population database asks for an officer's look.</summary>
    AskReview,
    /// <summary>An officer says the child is another one.</summary>
    ConfirmDistinct,
    /// <summary>An officer says the child is the look-alike, registered again.</summary>
    ConfirmSame,
    /// <summary>The dossier ended before anybody signed.</summary>
    Abandon,
    /// <summary>The identity number comes.</summary>
    RecordNumber,
    /// <summary>The leader signs.</summary>
    Sign,
    /// <summary>The leader takes the entry out of force.</summary>
    Revoke,
}

/// <summary>State → what may be done then. Pages' buttons and the entity's methods both read it.</summary>
internal static class BirthEntryStates
{
    private static readonly FrozenDictionary<BirthEntryState, BirthEntryAction[]> Table = new Dictionary<BirthEntryState, BirthEntryAction[]>
    {
        [BirthEntryState.NumberPending] = [BirthEntryAction.AskReview, BirthEntryAction.RecordNumber, BirthEntryAction.Abandon],
        [BirthEntryState.ReviewPending] = [BirthEntryAction.ConfirmDistinct, BirthEntryAction.ConfirmSame, BirthEntryAction.Abandon, BirthEntryAction.Revoke],
        [BirthEntryState.Numbered] = [BirthEntryAction.Sign, BirthEntryAction.Abandon, BirthEntryAction.Revoke],
        [BirthEntryState.Signed] = [BirthEntryAction.Revoke],
        [BirthEntryState.Revoked] = [],
    }.ToFrozenDictionary();

    public static bool Allows(this BirthEntryState state, BirthEntryAction action) => Table[state].Contains(action);
}
