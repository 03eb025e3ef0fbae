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

    /// <summary>The head of the person's household; null while it has none.</summary>
    public Person? HouseholdHeadOf(Person person) => person.HeadId is { } head ? Find(head) : null;

    /// <summary>The requester's household, the head first, where the procedure asks for it.</summary>
    public IReadOnlyList<Person> Household { get; init; } = [];

    public IEnumerable<Person> HouseholdOf(Person person) => person.PersonId == Requester?.PersonId ? Household : [];

    /// <summary>Under 18 today (Civil Code 91/2015 art. 21).</summary>
    public IEnumerable<Person> MinorChildren(Person person) =>
        Children(person).Where(child => child.BirthDate.AddYears(18) > Today);
}
