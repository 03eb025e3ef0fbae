using System.Collections.Concurrent;
using Project06.Benchmarks.Journeys;

namespace Project06.Benchmarks.Portal;

/// <summary>How far something came: tried, or tried and acknowledged by a page.</summary>
internal enum Word { Tried, Acknowledged }

/// <summary>
/// What the clients were told: each line is written when the server's answer was read in full, so the database must hold
/// it. What was only tried may be there or not, but never twice.
/// </summary>
internal sealed class Promises
{
    /// <summary>Answers of drafts that aren't changed again, by draft and field.</summary>
    public ConcurrentDictionary<(Guid Draft, string Field), string> Answers { get; } = new();

    /// <summary>An answer written anew again and again: the number acknowledged last and the number tried last.</summary>
    public ConcurrentDictionary<(Guid Draft, string Field), (int Acknowledged, int Tried)> Rewritten { get; } = new();

    /// <summary>Papers by draft and name; no name is used twice.</summary>
    public ConcurrentDictionary<(Guid Draft, string Name), Word> Papers { get; } = new();

    /// <summary>Dossiers by id, with their applicant's account.</summary>
    public ConcurrentDictionary<Guid, string> Dossiers { get; } = new();

    /// <summary>What was done at a dossier's step: by officials, applicants and those asked for consent.</summary>
    public ConcurrentDictionary<(Guid Dossier, string Step, string Action), Word> Moves { get; } = new();

    /// <summary>Consents given.</summary>
    public ConcurrentDictionary<Guid, Word> Consents { get; } = new();

    /// <summary>Dossiers whose applicant saw that it is paid.</summary>
    public ConcurrentDictionary<Guid, Word> Payments { get; } = new();

    /// <summary>Papers are on their way.</summary>
    public void Send(Guid draft, GivenAnswers given)
    {
        foreach (var (_, name) in given.Papers)
            Papers[(draft, name)] = Word.Tried;
    }

    /// <summary>A page with these was accepted.</summary>
    public void Keep(Guid draft, GivenAnswers given)
    {
        foreach (var (field, value) in given.Fields)
            Answers[(draft, field)] = value;
        foreach (var (_, name) in given.Papers)
            Papers[(draft, name)] = Word.Acknowledged;
    }

    /// <summary>Notes that something is tried, unless it is known to be done.</summary>
    public static void Try<T>(ConcurrentDictionary<T, Word> words, T what) where T : notnull => words.TryAdd(what, Word.Tried);

    /// <summary>How many lines the database must hold.</summary>
    public int Count => Answers.Count + Rewritten.Count(r => r.Value.Acknowledged > 0) + Dossiers.Count
        + new[] { Papers.Values, Moves.Values, Consents.Values, Payments.Values }.Sum(words => words.Count(w => w == Word.Acknowledged));
}
