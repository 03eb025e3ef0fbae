using System.Text.Json;
using System.Text.Json.Nodes;

namespace Project06.PublicServices.Procedures;

/// <summary>
/// Answers are a flat JSON object by field id: strings for text, name, choice, unit, address and phone; yyyy-MM-dd;
/// booleans; numbers; <c>{"personId": …}</c>; <c>[{"fileId": …, "name": …, "pages": n}]</c>. A null says that an
/// optional field was left empty on purpose; a missing key that it wasn't reached.
/// </summary>
internal static class AnswerValues
{
    /// <summary>The one key that is no field: field id → what the requester says is wrong about its known value.</summary>
    public const string ReportedWrong = "reported-wrong";

    public static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonObject person => PersonId(person)?.ToString(),
        JsonArray { Count: 0 } => null,
        JsonArray files => files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => node.ToJsonString(),
        },
    };

    public static Guid? PersonId(JsonNode? node) =>
        node is JsonObject person && Guid.TryParse(person["personId"]?.ToString(), out var id) ? id : null;

    public static JsonObject Person(Guid personId) => new() { ["personId"] = personId.ToString() };

    /// <summary>Ids of all files named in the answers.</summary>
    public static IEnumerable<Guid> FileIds(JsonObject answers) =>
        answers.Select(pair => pair.Value).OfType<JsonArray>().SelectMany(files => files)
            .Select(file => Guid.TryParse((file as JsonObject)?["fileId"]?.ToString(), out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);

    /// <summary>The files of one answer.</summary>
    public static IEnumerable<AnswerFile> Files(JsonNode? answer) =>
        (answer as JsonArray ?? []).OfType<JsonObject>()
            .Where(file => Guid.TryParse(file["fileId"]?.ToString(), out _))
            .Select(file => new AnswerFile(Guid.Parse(file["fileId"]!.ToString()), file["name"]?.ToString() ?? "", file["pages"]?.GetValue<int>() ?? 1));

    /// <summary>Ids of all people named in the answers.</summary>
    public static JsonArray Of(IEnumerable<AnswerFile> files) => new(
    [
        .. files.Select(file => (JsonNode)new JsonObject { ["fileId"] = file.Id.ToString(), ["name"] = file.Name, ["pages"] = file.Pages }),
    ]);

    public static IEnumerable<Guid> PersonIds(JsonObject answers) =>
        answers.Select(pair => PersonId(pair.Value)).OfType<Guid>().Distinct();
}

internal sealed record AnswerFile(Guid Id, string Name, int Pages);
