using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;

namespace Project06.Transparency.Features.AccessLog;

/// <summary>The codes of the ledger in words. A code that some later version wrote is shown as it is rather than hidden.</summary>
internal static class AccessWords
{
    // The order people read them in; what isn't here comes last.
    private static readonly string[] Order =
    [
        PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Ethnicity,
        PersonFields.Nationality, PersonFields.NativePlace, PersonFields.Residence, PersonFields.Kinship,
        PersonFields.Marriage, PersonFields.Contact, PersonFields.Absence, PersonFields.Papers,
    ];

    public static string Purpose(IStringLocalizer<Texts> texts, string purpose) => Text(texts, "purpose." + purpose, purpose);

    public static string Fields(IStringLocalizer<Texts> texts, IEnumerable<string> fields) =>
        string.Join(", ", fields
            .OrderBy(f => Array.IndexOf(Order, f) is var place and >= 0 ? place : Order.Length)
            .Select(f => Text(texts, "field." + f, f)));

    private static string Text(IStringLocalizer<Texts> texts, string key, string code)
    {
        var text = texts[key];
        return text.ResourceNotFound ? code : text.Value;
    }
}
