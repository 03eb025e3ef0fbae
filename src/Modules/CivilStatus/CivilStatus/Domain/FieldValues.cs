using System.Globalization;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Domain;

/// <summary>Values of fields as text, the way a note keeps them.</summary>
internal static class FieldValues
{
    public static string SexCode(Sex sex) => ((int)sex).ToString(CultureInfo.InvariantCulture);

    public static Sex SexOf(string code) => (Sex)int.Parse(code, CultureInfo.InvariantCulture);

    public static string DateCode(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly DateOf(string code) => DateOnly.ParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
