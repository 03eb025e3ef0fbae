using System.Collections.Frozen;

namespace Project06.CivilStatus.Domain;

/// <summary>Where a death entry stands. It has its place in the book from the first state on.</summary>
internal enum DeathEntryState
{
    /// <summary>Written and numbered in the book; nobody was told yet.</summary>
    Written,
    /// <summary>The extract is signed: the death is registered and takes its effects.</summary>
    Signed,
    /// <summary>Not in force any more; its number in the book is never given again.</summary>
    Revoked,
}

/// <summary>What can be done with a death entry.</summary>
internal enum DeathEntryAction
{
    /// <summary>The leader signs the extract.</summary>
    Sign,
    /// <summary>The dossier ended, or came back with other answers, before anybody signed.</summary>
    Abandon,
    /// <summary>The leader takes a signed entry out of force: the person lives, or the entry is wrong.</summary>
    Revoke,
}

/// <summary>State → what may be done then. Pages' buttons and the entity's methods both read it.</summary>
internal static class DeathEntryStates
{
    private static readonly FrozenDictionary<DeathEntryState, DeathEntryAction[]> Table = new Dictionary<DeathEntryState, DeathEntryAction[]>
    {
        [DeathEntryState.Written] = [DeathEntryAction.Sign, DeathEntryAction.Abandon],
        [DeathEntryState.Signed] = [DeathEntryAction.Revoke],
        [DeathEntryState.Revoked] = [],
    }.ToFrozenDictionary();

    public static bool Allows(this DeathEntryState state, DeathEntryAction action) => Table[state].Contains(action);
}
