using Project06.PublicServices.Features.Catalogue;

namespace Project06.PublicServices.Tests.Procedures;

public sealed class CatalogueSearchTests
{
    [Theory]
    [InlineData("Đăng ký khai sinh", TestFolders.Birth)]
    [InlineData("dang ky khai sinh", TestFolders.Birth)]
    [InlineData("con mới sinh cần làm gì", TestFolders.Birth)]
    [InlineData("con moi sinh", TestFolders.Birth)]
    [InlineData("giay khai sinh", TestFolders.Birth)]
    [InlineData("birth certificate", TestFolders.Birth)]
    [InlineData("1.001193", TestFolders.Birth)]
    [InlineData("tam vang", TestFolders.Absence)]
    [InlineData("tôi đi làm xa", TestFolders.Absence)]
    [InlineData("khai bao", TestFolders.Absence)]
    [InlineData("temporary absence", TestFolders.Absence)]
    public void The_best_comes_first(string query, string code) =>
        Assert.Equal(code, CatalogueSearch.Find(TestFolders.Book.All, query)[0].Code);

    [Theory]
    [InlineData("giấy phép lái xe")]
    [InlineData("máy bay")]
    [InlineData("' or 1=1 --")]
    public void What_is_not_there_is_not_found(string query) =>
        Assert.Empty(CatalogueSearch.Find(TestFolders.Book.All, query));

    [Fact]
    public void Without_words_all_are_shown() => Assert.Equal(2, CatalogueSearch.Find(TestFolders.Book.All, " ").Count);
}
