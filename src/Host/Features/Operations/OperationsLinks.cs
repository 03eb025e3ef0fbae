namespace Project06.Host.Features.Operations;

/// <summary>Addresses of the operation pages.</summary>
internal static class OperationsLinks
{
    public const string Events = "/admin/events", Jobs = "/admin/jobs", Figures = "/admin/figures";

    public static string Event(string schema, long id) => $"{Events}/{schema}/{id}";
}
