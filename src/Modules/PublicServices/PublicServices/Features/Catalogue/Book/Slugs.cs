using Project06.BuildingBlocks.Text;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Names in addresses: "Bộ Tư pháp" → "bo-tu-phap".</summary>
internal static class Slugs
{
    public static string Of(string name) =>
        string.Join('-', VietnameseText.Fold(name).Split([' ', ',', '(', ')', '-', '.'], StringSplitOptions.RemoveEmptyEntries));
}
