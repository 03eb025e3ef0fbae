namespace Project06.CivilStatus.Features.BirthBooks;

/// <summary>Addresses of the birth books.</summary>
internal static class BirthBookLinks
{
    public static string List(int year) => $"/civil-status/books?year={year}";

    public static string Entry(int year, int number, string unitCode) => $"/civil-status/books/{year}/{number}?unit={unitCode}";

    public static string Sheet(int year, int number, string unitCode) => $"/civil-status/books/{year}/{number}/sheet?unit={unitCode}";
}
