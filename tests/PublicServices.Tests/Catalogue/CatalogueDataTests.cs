using Project06.PublicServices.Features.Catalogue.Book;

namespace Project06.PublicServices.Tests.Catalogue;

public sealed class CatalogueDataTests
{
    private static readonly CatalogueBook Book = ShippedCatalogue.Book;

    [Fact]
    public void All_procedures_of_the_nation_are_there()
    {
        Assert.Equal(5670, Book.Entries.Count);
        Assert.Equal(392, Book.Entries.Count(entry => entry.Description is not null));
        Assert.Equal(69, Book.Retired.Count);
        Assert.Equal(2, Book.Find("1.014325").Count);
        Assert.Equal(["1.0133611", "1.014955-Xoa", "2.009182739"], Book.Entries.Where(entry => entry.HasMalformedCode).Select(entry => entry.Code).Order(StringComparer.Ordinal));
        Assert.All(Book.Entries, entry => Assert.NotEmpty(entry.Name));
    }

    [Fact]
    public void Every_description_reads_well()
    {
        foreach (var entry in Book.Entries.Where(entry => entry.Description is not null))
        {
            var text = entry.Description!.Read();
            var lines = text.StepBlocks.Concat(text.ConditionBlocks).SelectMany(block => block.Lines).Concat(text.Results).ToList();

            Assert.NotEmpty(text.StepBlocks);
            Assert.All(lines, line => Assert.False(line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("+ ", StringComparison.Ordinal), $"{entry.Code}: {line}"));
            Assert.DoesNotContain(text.Results, result => result.Contains("Từ khóa", StringComparison.Ordinal) || result.Contains("KQ.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Raw_text_becomes_headings_lists_and_paragraphs()
    {
        var blocks = StructuredText.Of(["Bước 1: Nộp hồ sơ\n- Tại xã;\n+ Qua mạng.\n\nCông an kiểm tra.\n - \nBước 2:  Nhận kết quả"]);

        Assert.Equal([TextBlockKind.Heading, TextBlockKind.List, TextBlockKind.Paragraph, TextBlockKind.Heading], blocks.Select(block => block.Kind));
        Assert.Equal(["Tại xã;", "Qua mạng."], blocks[1].Lines);
    }
}
