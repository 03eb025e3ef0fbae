namespace Project06.Population.Features.MyData;

/// <summary>Addresses of one's own data.</summary>
internal static class MyDataLinks
{
    public const string Record = "/my-data", Household = "/my-data/household", Residences = "/my-data/residences";

    /// <summary>Where a procedure begins.</summary>
    public static string Service(string code) => $"/services/{code}";
}
