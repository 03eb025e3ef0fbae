using System.Text.Json;

namespace Project06.CivilStatus.Domain;

/// <summary>Reads a file of dated rules from <c>data/civil-status</c>; a missing or unknown value is an error.</summary>
internal static class RuleFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<T> Read<T>(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, "data", "civil-status", name));
        return JsonSerializer.Deserialize<List<T>>(file, Json)!;
    }
}
