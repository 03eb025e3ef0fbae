using System.Diagnostics;
using Project06.PublicServices.Features.Catalogue.Book;
using Project06.PublicServices.Features.Catalogue.Search;
using Project06.PublicServices.Tests.Procedures;
using Xunit.Abstractions;

namespace Project06.PublicServices.Tests.Catalogue;

public sealed class CatalogueSearchTests(ITestOutputHelper output)
{
    private static readonly CatalogueSearch Search = ShippedCatalogue.Search;

    /// <summary>
    /// Questions as citizens ask them, with the codes that answer them. The words of data/catalogue were tuned with the first
    /// half only; the held-out half tells how it does with what nobody has seen.
    /// </summary>
    [Theory]
    [InlineData("tuned", 0.95)]
    [InlineData("held-out", 0.88)]
    public void Right_procedure_is_among_the_first_three(string half, double least)
    {
        var questions = CsvRows.Read(Repository.PathOf("tests", "PublicServices.Tests", "Catalogue", "questions.csv"))
            .Where(row => row("half") == half).Select(row => (Text: row("question"), Codes: row("codes").Split(' '))).ToList();

        var missed = questions.Where(question => !Search.Find(question.Text).Take(3).Any(hit => question.Codes.Contains(hit.Entry.Code))).ToList();

        var share = 1 - ((double)missed.Count / questions.Count);
        output.WriteLine($"{half}: {share:P1} of {questions.Count}");
        Assert.True(share >= least, $"{half}: {share:P1}; missed: {string.Join("; ", missed.Select(question => question.Text))}");
    }

    [Theory]
    [InlineData("Đăng ký khai sinh", TestFolders.Birth)]
    [InlineData("dang ky khai sinh", TestFolders.Birth)]
    [InlineData("ĐĂNG KÍ KHAI SINH", TestFolders.Birth)]
    [InlineData("giay khai sih", TestFolders.Birth)]
    [InlineData("birth certificate", TestFolders.Birth)]
    [InlineData("1.001193", TestFolders.Birth)]
    [InlineData("mã 1.001193 là gì", TestFolders.Birth)]
    [InlineData("tôi đi làm xa", TestFolders.Absence)]
    [InlineData("temporary absence", TestFolders.Absence)]
    [InlineData("hochieu", "1.001456")]
    [InlineData("hoà giải tranh chấp đất đai", "1.012812")]
    [InlineData("hòa giải tranh chấp đất đai", "1.012812")]
    public void The_best_comes_first(string query, string code) => Assert.Equal(code, Search.Find(query)[0].Entry.Code);

    // "má" and "mã" fold to the same, so the tone decides.
    [Fact]
    public void Words_with_tones_prefer_the_same_tones()
    {
        var withTones = Search.Find("mã số thuế")[0];

        Assert.Contains("thuế", withTones.Entry.Name, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("'; --")]
    [InlineData("🙂")]
    public void What_is_not_there_is_not_found(string query) => Assert.Empty(Search.Find(query));

    [Fact]
    public void One_procedure_at_several_levels_is_one_answer()
    {
        var hit = Search.Find("cấp lại thẻ căn cước")[0];

        Assert.Equal(["1.000757", "1.014064", "2.001194"], hit.Variants.Append(hit.Entry).Select(entry => entry.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Filters_narrow()
    {
        var found = Search.Find("khai sinh", new CatalogueFilter(Promulgator: "bo-ngoai-giao"));
        var communes = Search.Find((string?)null, new CatalogueFilter(Level: AgencyLevels.Commune));
        var deaths = Search.Find((string?)null, new CatalogueFilter(LifeEvent: "death"));

        Assert.All(found, hit => Assert.Equal("Bộ Ngoại giao", hit.Entry.Promulgator));
        Assert.All(communes, hit => Assert.True(hit.Entry.Levels.HasFlag(AgencyLevels.Commune)));
        Assert.Equal("1.000656", deaths[0].Entry.Code);
    }

    [Fact]
    public void Long_and_odd_questions_take_no_time()
    {
        var odd = string.Concat(Enumerable.Repeat("đăng ký khai sinh lại cho con mất bằng lái ", 5000));
        var started = Stopwatch.GetTimestamp();

        Search.Find(odd[..200]);
        Search.Find(new string('a', 200));
        Search.Find(odd);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }
}
