using System.Globalization;
using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Text;

namespace Project06.PublicServices.Procedures;

/// <summary>Turns what a form posted for one field into an answer: cleaned, NFC, of the type's JSON kind. Never fails:
/// what can't be read is kept as it was typed, and <see cref="FormBuilder"/> says what is wrong with it.</summary>
internal static class AnswerReader
{
    /// <param name="raw">The posted text; a date as yyyy-MM-dd; a person as their id.</param>
    /// <returns>Null for nothing: saved as null, it says that the field was left empty on purpose.</returns>
    public static JsonNode? Read(Field field, string? raw)
    {
        if (field.Type == FieldType.LongText)
            return Lines(raw);
        if (VietnameseText.Clean(raw) is not { } text)
            return null;
        return field.Type switch
        {
            FieldType.YesNo => text switch { "true" => JsonValue.Create(true), "false" => JsonValue.Create(false), _ => JsonValue.Create(text) },
            FieldType.Number => int.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : JsonValue.Create(text),
            FieldType.Person => Guid.TryParse(text, out var id) ? AnswerValues.Person(id) : JsonValue.Create(text),
            FieldType.Text when field.Mask is not null => JsonValue.Create(text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()),
            _ => JsonValue.Create(text),
        };
    }

    private static JsonValue? Lines(string? raw)
    {
        var lines = (raw ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => VietnameseText.Clean(line) ?? "");
        var text = string.Join('\n', lines).Trim();
        return text.Length == 0 ? null : JsonValue.Create(text);
    }
}
