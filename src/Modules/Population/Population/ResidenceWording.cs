using System.Globalization;
using System.Resources;
using Project06.PublicServices.Contracts;

namespace Project06.Population;

/// <summary>Resources/ResidenceTexts.resx (Vietnamese) and ResidenceTexts.en.resx: residences, households, one's own record.</summary>
internal sealed class ResidenceTexts;

/// <summary>Findings of checks in both languages.</summary>
internal static class ResidenceWording
{
    private static readonly ResourceManager Words = new("Project06.Population.Resources.ResidenceTexts", typeof(ResidenceTexts).Assembly);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static CheckFinding Finding(string? property, bool blocks, string code, params object[] arguments) =>
        new(property, blocks, Text(code, CultureInfo.InvariantCulture, arguments), Text(code, English, arguments));

    private static string Text(string code, CultureInfo language, object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Words.GetString($"check.{code}", language)!, arguments);
}
