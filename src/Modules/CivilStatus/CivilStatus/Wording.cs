using System.Globalization;
using System.Resources;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus;

/// <summary>Texts asked for in both languages at once, or in Vietnamese whatever the reader's language.</summary>
internal static class Wording
{
    private static readonly ResourceManager Resources = new("Project06.CivilStatus.Resources.Texts", typeof(Texts).Assembly);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi"), English = CultureInfo.GetCultureInfo("en");

    public static CheckFinding Finding(string? property, bool blocks, string key, params object[] args) =>
        new(property, blocks, Text(Vietnamese, key, args), Text(English, key, args));

    private static string Text(CultureInfo culture, string key, object[] args) => string.Format(
        culture, Resources.GetString(key, culture) ?? throw new MissingManifestResourceException(key), args);
}
