using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Domain;

/// <summary>What an entry says of the child, with the signed notes beside it taken in: how it reads today.</summary>
internal sealed record BirthWords(
    string Surname, string MiddleName, string GivenName, Sex Sex, DateOnly BirthDate, string BirthPlace, string NativePlace,
    string EthnicCode, string Ethnicity, string NationalityCode, string Nationality)
{
    public string Name => BirthEntry.JoinName(Surname, MiddleName, GivenName);

    /// <summary>As registered.</summary>
    public static BirthWords Of(BirthEntry entry) => new(
        entry.ChildSurname, entry.ChildMiddleName, entry.ChildGivenName, entry.ChildSex, entry.ChildBirthDate, entry.ChildBirthPlace,
        entry.ChildNativePlace, entry.ChildEthnicCode, entry.ChildEthnicity, entry.ChildNationalityCode, entry.ChildNationality);

    /// <summary>As it reads after its signed notes, oldest first.</summary>
    public static BirthWords Of(BirthEntry entry, IEnumerable<EntryChange> signed) =>
        signed.OrderBy(c => c.SignedAt).SelectMany(c => c.Fields).Aggregate(Of(entry), (words, field) => words.With(field));

    /// <summary>Code of a field's value; what a paper writes where there is no code.</summary>
    public string ValueOf(string field) => field switch
    {
        AmendedFields.Surname => Surname,
        AmendedFields.MiddleName => MiddleName,
        AmendedFields.GivenName => GivenName,
        AmendedFields.Sex => FieldValues.SexCode(Sex),
        AmendedFields.BirthDate => FieldValues.DateCode(BirthDate),
        AmendedFields.BirthPlace => BirthPlace,
        AmendedFields.NativePlace => NativePlace,
        AmendedFields.Ethnicity => EthnicCode,
        AmendedFields.Nationality => NationalityCode,
        _ => throw new ArgumentException($"{field} is no field of a birth entry.", nameof(field)),
    };

    private BirthWords With(AmendedField field) => field.Field switch
    {
        AmendedFields.Surname => this with { Surname = field.NewValue },
        AmendedFields.MiddleName => this with { MiddleName = field.NewValue },
        AmendedFields.GivenName => this with { GivenName = field.NewValue },
        AmendedFields.Sex => this with { Sex = FieldValues.SexOf(field.NewValue) },
        AmendedFields.BirthDate => this with { BirthDate = FieldValues.DateOf(field.NewValue) },
        AmendedFields.BirthPlace => this with { BirthPlace = field.NewValue },
        AmendedFields.NativePlace => this with { NativePlace = field.NewValue },
        AmendedFields.Ethnicity => this with { EthnicCode = field.NewValue, Ethnicity = field.NewWords },
        AmendedFields.Nationality => this with { NationalityCode = field.NewValue, Nationality = field.NewWords },
        _ => this,
    };
}

/// <summary>One field of a note: its value before and after, and both in the words of papers.</summary>
internal sealed record AmendedField(string Field, string OldValue, string OldWords, string NewValue, string NewWords);
