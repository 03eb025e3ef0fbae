using System.Globalization;
using Project06.BuildingBlocks.Time;

namespace Project06.CivilStatus.Domain;

/// <summary>Fingerprint of what a signed extract of a death says.</summary>
internal static class DeathEntryHash
{
    public static string Of(DeathEntry e) => ContentHash.Of(
    [
        "death-1", e.PaperTitle, e.UnitCode, e.EntryNumber, e.BookNumber, e.RegisteredOn.Written(), e.OfficeUnit, e.OfficeProvince,
        e.Deceased.Name, e.Deceased.BirthYear.ToString(CultureInfo.InvariantCulture), e.Deceased.Ethnicity, e.Deceased.Nationality,
        e.Deceased.Residence, e.DeceasedNumber, e.DeceasedSex.ToString(), e.Died.Written, e.DeathPlace, e.DeathCause, e.NoticeNumber,
        e.RequesterName, e.RequesterRelation, e.SignedByName,
    ]);

    public static bool Holds(DeathEntry e) => e.ContentHash == Of(e);
}
