using Project06.Population.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>
/// The people a form is built with: the requester, their spouse and children, those named in the answers, and the
/// spouses of these. Whoever isn't in it is simply not known.
/// </summary>
internal sealed class PeopleBook(Person? requester, IEnumerable<Person> others, IEnumerable<Person> requesterChildren, DateOnly today)
{
    private readonly Person[] children = [.. requesterChildren];
    private readonly Dictionary<Guid, Person> byId =
        others.Concat(requesterChildren).Append(requester).OfType<Person>().DistinctBy(person => person.PersonId)
            .ToDictionary(person => person.PersonId);

    public Person? Requester { get; } = requester;
    public DateOnly Today { get; } = today;

    public Person? Find(Guid personId) => byId.GetValueOrDefault(personId);

    /// <summary>The living spouse of the marriage in force.</summary>
    public Person? Spouse(Person person) =>
        person.Marriage is { } marriage && Find(marriage.SpouseId) is { IsAlive: true } spouse ? spouse : null;

    public IReadOnlyList<Person> Children(Person person) =>
        person.PersonId == Requester?.PersonId ? children : [];

    /// <summary>What Population says of a household, a phone, a death; nothing where it doesn't.</summary>
    public Person? HouseholdHeadOf(Person person) => HouseholdOf(person) is [var head, ..] ? head : null;

    /// <summary>The head first.</summary>
    public IReadOnlyList<Person> HouseholdOf(Person person) => [.. Households.GetValueOrDefault(person.PersonId, []).Select(Find).OfType<Person>()];

    /// <summary>Members by a member's id, the head first.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Households { get; init; } = new Dictionary<Guid, IReadOnlyList<Guid>>();

    public IReadOnlyDictionary<Guid, string> Phones { get; init; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, DateOnly> Deaths { get; init; } = new Dictionary<Guid, DateOnly>();

    public string? PhoneOf(Person person) => Phones.GetValueOrDefault(person.PersonId);

    public DateOnly? DeathOf(Person person) => Deaths.TryGetValue(person.PersonId, out var died) ? died : null;

    /// <summary>Under 18 today (Civil Code 91/2015 art. 21).</summary>
    public IEnumerable<Person> MinorChildren(Person person) =>
        Children(person).Where(child => child.BirthDate.AddYears(18) > Today);
}
