using System.Text.Json;
using System.Text.Json.Serialization;

namespace Project06.Population.Features.RecordTemporaryAbsence;

/// <summary>How mapped answers are read: camelCase, enums by name.</summary>
internal static class EffectFields
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
