namespace Project06.CivilStatus.Features.DeathBooks;

/// <summary>Addresses of the death books.</summary>
internal static class DeathBookLinks
{
    public static string List(int year) => $"/civil-status/death-books?year={year}";

    public static string Entry(int year, int number, string unitCode) => $"/civil-status/death-books/{year}/{number}?unit={unitCode}";

    public static string Sheet(int year, int number, string unitCode) => $"/civil-status/death-books/{year}/{number}/sheet?unit={unitCode}";

    public static string Consequences(Guid entryId) => $"/civil-status/deaths/{entryId}";
}
