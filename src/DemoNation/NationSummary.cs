using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Project06.DemoNation;

/// <summary>Check figures over the living: counts by the census's own classes, and a hash over all rows.</summary>
/// <param name="ByAgeAndSex">Five-year groups ("0-4" … "85+") and sex ("M", "F").</param>
/// <param name="ByEthnicGroup">Decision 121 codes.</param>
/// <param name="HouseholdsBySize">1 … 6, and 7 for seven or more.</param>
/// <param name="ByMaritalStatus">People of 15 years or more.</param>
/// <param name="Hash">SHA-256, hexadecimal, of all people, households, marriages, births and dossiers.</param>
public sealed record NationSummary(
    int Living,
    int Dead,
    int Households,
    IReadOnlyDictionary<(string AgeGroup, string Sex), int> ByAgeAndSex,
    IReadOnlyDictionary<string, int> ByEthnicGroup,
    IReadOnlyDictionary<int, int> HouseholdsBySize,
    IReadOnlyDictionary<DemoMaritalStatus, int> ByMaritalStatus,
    string Hash)
{
    internal static NationSummary Of(Nation nation)
    {
        var today = nation.Options.Day;
        var ages = new Dictionary<(string AgeGroup, string Sex), int>();
        var ethnic = new Dictionary<string, int>();
        var marital = new Dictionary<DemoMaritalStatus, int>();
        var living = 0;
        foreach (var person in nation.People)
        {
            if (person.DeathDate is not null)
            {
                continue;
            }

            living++;
            var age = AgeOn(person.BirthDate, today);
            Count(ages, (AgeGroup(age), person.Sex == DemoSex.Male ? "M" : "F"));
            Count(ethnic, person.EthnicCode);
            if (age >= 15)
            {
                Count(marital, person.MaritalStatus);
            }
        }

        var sizes = new Dictionary<int, int>();
        foreach (var household in nation.Households)
        {
            Count(sizes, Math.Min(7, household.MemberIds.Count));
        }

        return new NationSummary(living, nation.People.Count - living, nation.Households.Count, ages, ethnic, sizes, marital, HashOf(nation));
    }

    /// <summary>Completed years of life.</summary>
    public static int AgeOn(DateOnly birth, DateOnly day)
    {
        var age = day.Year - birth.Year;
        return birth.AddYears(age) > day ? age - 1 : age;
    }

    private static string AgeGroup(int age) => age >= 85 ? "85+" : string.Create(CultureInfo.InvariantCulture, $"{age / 5 * 5}-{(age / 5 * 5) + 4}");

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string HashOf(Nation nation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        Append(nation.People, AppendPerson);
        Append(nation.Households, (t, h) => t.AppendJoin('|', h.Id, h.CommuneCode, h.AddressLine, h.HeadId).Append('|').AppendJoin(',', h.MemberIds));
        Append(nation.Marriages, (t, m) => t.AppendJoin('|', m.HusbandId, m.WifeId, Iso(m.Date), m.OfficeCommuneCode, m.EntryNo, m.EndedByDeath));
        Append(nation.PastBirths, (t, b) => t.AppendJoin('|', b.ChildId, b.OfficeCommuneCode, b.EntryNumber, b.Book, Iso(b.RegisteredOn), b.DossierId));
        Append(nation.PastDossiers, (t, d) => t.AppendJoin(
            '|', d.Id, d.ProcedureCode, d.CommuneCode, d.ApplicantId, Iso(d.ReceivedAt), Iso(d.DueAt), Iso(d.FinishedAt), d.StateCode, d.Channel, d.SubjectId));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append<T>(IEnumerable<T> rows, Action<StringBuilder, T> write)
        {
            foreach (var row in rows)
            {
                write(text, row);
                text.Append('\n');
                if (text.Length > 1 << 16)
                {
                    Flush();
                }
            }

            Flush();
        }

        void Flush()
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }
    }

    private static void AppendPerson(StringBuilder t, DemoPerson p) => t.AppendJoin(
        '|',
        p.Id, p.Number, p.Surname, p.MiddleName, p.GivenName, (int)p.Sex, Iso(p.BirthDate), (int)p.BirthDatePrecision, p.EthnicCode, p.ReligionCode,
        p.BirthPlaceProvinceOld, p.NativePlaceCommuneCode, p.CommuneCode, p.AddressLine, p.HouseholdId, p.RelationToHead is { } relation ? (int)relation : 99, (int)p.MaritalStatus,
        p.SpouseId, Iso(p.MarriageDate), p.MarriageEntryNo, p.MotherId, p.FatherId, Iso(p.DeathDate), p.Phone, p.Email);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Iso(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? string.Empty;
}
