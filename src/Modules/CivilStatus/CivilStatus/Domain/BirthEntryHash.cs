using System.Globalization;
using Project06.BuildingBlocks.Time;

namespace Project06.CivilStatus.Domain;

/// <summary>Fingerprint of what a signed birth certificate says.</summary>
internal static class BirthEntryHash
{
    public static string Of(BirthEntry e) => ContentHash.Of(Parts(e));

    public static bool Holds(BirthEntry e) => e.ContentHash == Of(e);

    private static IEnumerable<string?> Parts(BirthEntry e)
    {
        yield return "birth-1";
        foreach (var part in new[]
                 {
                     e.UnitCode, e.EntryNumber, e.BookNumber, e.RegisteredOn.Written(), e.OfficeUnit, e.OfficeProvince,
                     e.ChildSurname, e.ChildMiddleName, e.ChildGivenName, e.ChildSex.ToString(), e.ChildBirthDate.Written(),
                     e.ChildBirthPlace, e.ChildEthnicity, e.ChildNationality, e.ChildNativePlace, e.ChildNumber,
                     e.RequesterName, e.SignedByName,
                 })
            yield return part;
        foreach (var parent in new[] { e.Mother, e.Father })
        {
            yield return parent?.Name;
            yield return parent?.BirthYear.ToString(CultureInfo.InvariantCulture);
            yield return parent?.Ethnicity;
            yield return parent?.Nationality;
            yield return parent?.Residence;
        }
    }
}
