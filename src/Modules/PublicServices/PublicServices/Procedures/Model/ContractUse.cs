namespace Project06.PublicServices.Procedures;

/// <param name="Property">Property of the check or effect, camelCase.</param>
/// <param name="From">A field id, <c>office.</c> and a field of an official's form, <c>requester</c>, or <c>=</c> and the text itself.</param>
internal sealed record Mapping(string Property, string From)
{
    /// <summary>The text that is always mapped; null where it is read from somewhere.</summary>
    public string? Constant => From.StartsWith('=') ? From[1..] : null;
}

/// <param name="Type">The check's record, an <c>IProcedureCheck</c>.</param>
internal sealed record CheckUse(string Name, Type Type, IReadOnlyList<Mapping> Mappings);

/// <param name="Key">What actions name.</param>
/// <param name="Type">The effect's record, an <c>IProcedureEffect</c>.</param>
internal sealed record EffectUse(string Key, string Name, Type Type, IReadOnlyList<Mapping> Mappings);
