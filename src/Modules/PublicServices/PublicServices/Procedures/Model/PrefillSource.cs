using Project06.Population.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Whom a source starts at: the requester, or the person in a field.</summary>
/// <param name="PersonField">A person field; null: the requester.</param>
/// <param name="Attribute">What of that person.</param>
internal sealed record PrefillSource(string? PersonField, PersonAttribute Attribute)
{
    public const string Requester = "requester";

    /// <summary>What the ids of fields begin with that officials fill in.</summary>
    public const string Office = "office.";

    /// <summary>As folders write it.</summary>
    public string Name => (PersonField ?? Requester) + Attribute.Suffix;
}

/// <summary>The closed vocabulary of what is known about a person.</summary>
internal sealed record PersonAttribute(string Suffix, FieldType Type, bool Many, Func<Person, PeopleBook, IEnumerable<string?>> Read)
{
    /// <summary>Whether a field of this type can take it.</summary>
    public bool Fits(FieldType type) => type == Type || Type switch
    {
        FieldType.Name => type == FieldType.Text,
        FieldType.Address => type is FieldType.Text or FieldType.LongText,
        FieldType.Text => type == FieldType.Address,
        _ => false,
    };

    /// <summary>All of it, by what stands after the person; the person itself has an empty suffix.</summary>
    public static readonly IReadOnlyDictionary<string, PersonAttribute> All = new PersonAttribute[]
    {
        new("", FieldType.Person, false, (person, _) => [person.PersonId.ToString()]),
        new(".name", FieldType.Name, false, (person, _) => [person.FullName]),
        new(".number", FieldType.Text, false, (person, _) => [person.Number]),
        new(".birth-date", FieldType.Date, false, (person, _) => [person.BirthPrecision == DatePrecision.Day ? Day(person.BirthDate) : null]),
        new(".email", FieldType.Text, false, (person, _) => [person.Email]),
        new(".phone", FieldType.Phone, false, (person, _) => [person.Phone]),
        new(".death-date", FieldType.Date, false, (person, _) => [person.DiedOn is { } died ? Day(died) : null]),
        new(".household-head", FieldType.Person, false, (person, people) => [people.HouseholdHeadOf(person)?.PersonId.ToString()]),
        new(".household-members", FieldType.Person, true, (person, people) => people.HouseholdOf(person).Select(Id)),
        new(".spouse", FieldType.Person, false, (person, people) => [people.Spouse(person)?.PersonId.ToString()]),
        new(".children", FieldType.Person, true, (person, people) => people.Children(person).Select(Id)),
        new(".minor-children", FieldType.Person, true, (person, people) => people.MinorChildren(person).Select(Id)),
        new(".surname", FieldType.Name, false, (person, _) => [person.Surname]),
        new(".sex", FieldType.Choice, false, (person, _) => [((int)person.Sex).ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        new(".ethnic-code", FieldType.Choice, false, (person, _) => [person.EthnicCode]),
        new(".nationality", FieldType.Choice, false, (person, _) => [person.Nationality]),
        new(".native-place", FieldType.Text, false, (person, _) => [person.NativePlace]),
        new(".residence-unit", FieldType.Unit, false, (person, _) => [person.ResidenceUnit]),
        new(".residence-address", FieldType.Address, false, (person, _) => [person.ResidenceAddress]),
        new(".marriage-entry", FieldType.Text, false, (person, _) => [person.Marriage?.EntryNumber]),
        new(".marriage-date", FieldType.Date, false, (person, _) => [person.Marriage is { } marriage ? Day(marriage.RegisteredOn) : null]),
    }.ToDictionary(attribute => attribute.Suffix);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Id(Person person) => person.PersonId.ToString();
}
