using System.Text.Json.Nodes;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

internal static class OfficeForm
{
    /// <summary>What an official's form says; a field that doesn't belong to it now takes back what it said before.</summary>
    public static JsonObject Values(IEnumerable<FieldState> form) =>
        new(form.Select(field => KeyValuePair.Create(field.Field.Id, field.Visible ? field.Value?.DeepClone() : null)));
}
