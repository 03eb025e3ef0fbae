namespace Project06.PublicServices.Procedures;

/// <param name="Property">Property of the check or effect, camelCase.</param>
/// <param name="From">A field id, <c>office.</c> and a field of an official's form, or <c>requester</c>.</param>
internal sealed record Mapping(string Property, string From);

/// <param name="Type">The check's record, an <c>IProcedureCheck</c>.</param>
internal sealed record CheckUse(string Name, Type Type, IReadOnlyList<Mapping> Mappings);

/// <param name="Key">What actions name.</param>
/// <param name="Type">The effect's record, an <c>IProcedureEffect</c>.</param>
internal sealed record EffectUse(string Key, string Name, Type Type, IReadOnlyList<Mapping> Mappings);
