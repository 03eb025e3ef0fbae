using System.Text.Json.Nodes;

namespace Project06.PublicServices.Procedures;

/// <param name="Property">Property of the check or effect, camelCase.</param>
/// <param name="From">A field id, or <c>requester</c>.</param>
internal sealed record Mapping(string Property, string From)
{
    /// <summary>The JSON object that deserialises (web defaults) to the type the mappings were checked against.</summary>
    public static JsonObject Fill(IReadOnlyList<Mapping> mappings, JsonObject values, Guid requesterId)
    {
        var filled = new JsonObject();
        foreach (var mapping in mappings)
        {
            filled[mapping.Property] = mapping.From == PrefillSource.Requester
                ? JsonValue.Create(requesterId)
                : values[mapping.From] switch
                {
                    null => null,
                    JsonObject person => JsonValue.Create(AnswerValues.PersonId(person)),
                    var value => value.DeepClone(),
                };
        }
        return filled;
    }
}

/// <param name="Type">The check's record, an <c>IProcedureCheck</c>.</param>
internal sealed record CheckUse(string Name, Type Type, IReadOnlyList<Mapping> Mappings)
{
    /// <param name="values">What <see cref="FormState.Values"/> gives; may be incomplete.</param>
    /// <param name="requesterId">Who files.</param>
    public JsonObject Map(JsonObject values, Guid requesterId) => Mapping.Fill(Mappings, values, requesterId);

    /// <summary>The field behind a finding's property; null when it is about the whole.</summary>
    public string? FieldOf(string? property) =>
        Mappings.FirstOrDefault(mapping => mapping.Property == property && mapping.From != PrefillSource.Requester)?.From;
}

/// <param name="Key">What actions name.</param>
/// <param name="Type">The effect's record, an <c>IProcedureEffect</c>.</param>
internal sealed record EffectUse(string Key, string Name, Type Type, IReadOnlyList<Mapping> Mappings)
{
    /// <param name="values">The dossier's values: those of <see cref="FormState.Values"/> when it was filed.</param>
    /// <param name="requesterId">Who filed.</param>
    public JsonObject Map(JsonObject values, Guid requesterId) => Mapping.Fill(Mappings, values, requesterId);
}
