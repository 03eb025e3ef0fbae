using Project06.PublicServices.Features.Catalogue.Book;
using Project06.PublicServices.Features.Catalogue.Search;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Catalogue;

/// <summary>The catalogue that ships, with the folders that ship.</summary>
internal static class ShippedCatalogue
{
    public static string Folder { get; } = Repository.PathOf("data", "catalogue");

    public static CatalogueBook Book { get; } = CatalogueReader.Read(Folder);

    public static CatalogueSearch Search { get; } = new(Book, SearchWords.Read(Folder), TestFolders.Book.All
        .GroupBy(procedure => procedure.Code)
        .ToDictionary(versions => versions.Key, versions => (IReadOnlyList<string>)[versions.Last().Name.Vi, versions.Last().Name.En, .. versions.Last().Texts.Keywords]));
}
