using System.Text.Json.Nodes;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>Answers shaped like the record of a check or an effect, as the folder's mapping says.</summary>
internal static class MappedAnswers
{
    /// <summary>A JSON object with the record's properties in camelCase; a person is their id, an absent answer is null.</summary>
    public static JsonObject Build(IEnumerable<Mapping> mappings, JsonObject answers, Guid requester)
    {
        var mapped = new JsonObject();
        foreach (var mapping in mappings)
        {
            mapped[mapping.Property] = mapping.Constant ?? (mapping.From == PrefillSource.Requester
                ? requester.ToString()
                : Value(answers[mapping.From]));
        }
        return mapped;
    }

    private static JsonNode? Value(JsonNode? answer) =>
        AnswerValues.PersonId(answer) is { } person ? person.ToString() : answer?.DeepClone();
}
