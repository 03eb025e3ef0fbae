using Microsoft.Extensions.Localization;

namespace Project06.Transparency.Features.AccessLog;

/// <summary>The codes of the ledger in words. A code that some later version wrote is shown as it is rather than hidden.</summary>
internal static class AccessWords
{
    public static string Purpose(IStringLocalizer<Texts> texts, string purpose) => Text(texts, "purpose." + purpose, purpose);

    public static string Fields(IStringLocalizer<Texts> texts, IEnumerable<string> fields) =>
        string.Join(", ", fields.Select(f => Text(texts, "field." + f, f)));

    private static string Text(IStringLocalizer<Texts> texts, string key, string code)
    {
        var text = texts[key];
        return text.ResourceNotFound ? code : text.Value;
    }
}
