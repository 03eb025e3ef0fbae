using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Project06.PublicServices.Data.Mappings;

internal static class JsonColumn
{
    /// <summary>A JSON object kept as jsonb, compared by content.</summary>
    public static void IsJson(this PropertyBuilder property)
    {
        property.HasColumnType("jsonb");
        property.Metadata.SetValueConverter(new ValueConverter<JsonObject, string>(
            o => o.ToJsonString(null), s => JsonNode.Parse(s, null, default)!.AsObject()));
        property.Metadata.SetValueComparer(new ValueComparer<JsonObject>(
            (a, b) => JsonNode.DeepEquals(a, b), o => o.Count, o => (JsonObject)o.DeepClone()));
    }
}
