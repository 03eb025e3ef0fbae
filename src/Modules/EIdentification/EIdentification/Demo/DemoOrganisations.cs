using System.Globalization;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Domain;
using Project06.ReferenceData.Contracts;

namespace Project06.EIdentification.Demo;

/// <summary>
/// The offices of every commune, the police of every province, and the operator. Names are as law has them; codes have
/// the shape of Decision 20/2020/QĐ-TTg and are unverified below the province: its annex isn't public. Post offices are
/// an enterprise's, which the decision doesn't code at all: theirs are made up, under a letter of their own.
/// </summary>
internal static class DemoOrganisations
{
    // The two-level local government began on this day.
    private static readonly DateOnly Since = new(2025, 7, 1);

    public static IEnumerable<DatedOrganisation> All(ReferenceSnapshot reference, DateOnly today)
    {
        yield return Row("G01.06", OrganisationKinds.Operator, "Đơn vị vận hành hệ thống", "System operator", Organisation.WholeCountry);
        var letters = ProvinceCodes();
        foreach (var province in reference.Provinces(today).OrderBy(p => p.Code, StringComparer.Ordinal))
        {
            var ordinal = 0;
            yield return Row($"G01.{letters[province.Code][1..]}", OrganisationKinds.ProvincialPolice,
                $"Công an {Lower(province.FullName)}", $"Police of {province.FullNameEn}", province.Code);
            foreach (var commune in reference.Communes(province.Code, today).OrderBy(c => c.Code, StringComparer.Ordinal))
            {
                ordinal++;
                var place = string.Create(CultureInfo.InvariantCulture, $"{ordinal / 100:00}.{ordinal % 100:00}");
                var committee = $"{letters[province.Code]}.{place}";
                var name = Lower(commune.FullName);
                yield return Row(committee, OrganisationKinds.CommunePeoplesCommittee,
                    $"Ủy ban nhân dân {name}", $"People’s Committee of {commune.FullNameEn}", commune.Code);
                yield return Row(committee + ".01", OrganisationKinds.CommuneServiceCentre,
                    $"Trung tâm Phục vụ hành chính công {name}", $"Public Service Centre of {commune.FullNameEn}", commune.Code);
                yield return Row($"G01.{letters[province.Code][1..]}.{place}", OrganisationKinds.CommunePolice,
                    $"Công an {name}", $"Police of {commune.FullNameEn}", commune.Code);
                yield return Row($"P{letters[province.Code][1..]}.{place}", OrganisationKinds.PostOffice,
                    $"Bưu cục {name}", $"Post office of {commune.FullNameEn}", commune.Code);
            }
        }
    }

    private static string Lower(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];

    private static DatedOrganisation Row(string code, string kind, string name, string nameEn, string unit) => new()
    {
        Code = code,
        Kind = kind,
        Name = name,
        NameEn = nameEn,
        UnitCode = unit,
        Address = "",
        Verified = false,
        ValidFrom = Since,
    };

    private static Dictionary<string, string> ProvinceCodes()
    {
        using var reader = new StreamReader(
            typeof(DemoOrganisations).Assembly.GetManifestResourceStream("province_agency_codes.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => cells[1]);
    }
}
