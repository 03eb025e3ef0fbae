using System.Globalization;
using System.Security.Cryptography;
using Project06.Population.Contracts;

namespace Project06.Population.Domain;

/// <summary>The make of an identity number (Decree 137/2015/NĐ-CP art. 13): place, century and sex, year, six random digits.</summary>
internal static class NumberDigits
{
    /// <param name="prefix">Three digits of the place of registration.</param>
    /// <param name="sex">Male or female; the number has no digit for anything else.</param>
    /// <param name="birthYear">1900 to 2399.</param>
    /// <param name="random">0 to 999999.</param>
    public static IdentityNumber Compose(string prefix, Sex sex, int birthYear, int random)
    {
        if (sex is not (Sex.Male or Sex.Female))
            throw new ArgumentException("A number says male or female.", nameof(sex));
        ArgumentOutOfRangeException.ThrowIfLessThan(birthYear, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(birthYear, 2399);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(random, 999_999);
        var century = ((birthYear / 100) - 19) * 2 + (sex == Sex.Female ? 1 : 0);
        return IdentityNumber.Parse(string.Create(
            CultureInfo.InvariantCulture, $"{prefix}{century}{birthYear % 100:00}{random:000000}"));
    }

    public static IdentityNumber Draw(string prefix, Sex sex, int birthYear) =>
        Compose(prefix, sex, birthYear, RandomNumberGenerator.GetInt32(1_000_000));
}
