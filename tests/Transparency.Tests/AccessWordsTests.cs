using System.Globalization;
using System.Reflection;
using System.Resources;
using Project06.BuildingBlocks.Access;

namespace Project06.Transparency.Tests;

public sealed class AccessWordsTests
{
    private static readonly ResourceManager Words = new("Project06.Transparency.Resources.Texts", typeof(TransparencyModule).Assembly);

    public static TheoryData<string, string> Keys()
    {
        var keys = new TheoryData<string, string>();
        foreach (var language in new[] { "vi", "en" })
        {
            foreach (var purpose in Constants(typeof(AccessPurposes)))
                keys.Add("purpose." + purpose, language);
            foreach (var field in Constants(typeof(PersonFields)))
                keys.Add("field." + field, language);
        }
        return keys;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryCodeOfTheLedger_HasWordsInBothLanguages(string key, string language)
    {
        var own = Words.GetResourceSet(
            language == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false);

        Assert.False(string.IsNullOrWhiteSpace(own?.GetString(key)), $"{key} has no text in {language}.");
    }

    private static IEnumerable<string> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.IsLiteral)
        .Select(f => (string)f.GetRawConstantValue()!);
}
