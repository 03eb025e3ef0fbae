using System.Globalization;
using Project06.BuildingBlocks.Time;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Journeys;

/// <summary>What a mother answers about a child that doesn't exist.</summary>
/// <param name="Number">Counts the children of one mother: their birthdays are weeks apart, so none looks like a twin.</param>
internal sealed record SampleChild(int Mother, int Number)
{
    private static readonly string[] Names = ["An", "Bình", "Chi", "Dung", "Giang", "Hà", "Khánh", "Linh", "Minh", "Ngọc", "Phúc", "Quân"];

    private DateOnly BornOn => TimeProvider.System.Today().AddDays(-3 - 9 * Number);

    /// <summary>The answer to a field, by its name on the page; null: take what is offered first.</summary>
    public string? Answer(string field) => field switch
    {
        "relation" => "mother",
        "child-middle-name" => Names[Mother % Names.Length],
        "child-given-name" => Names[(Mother + Number) % Names.Length],
        "child-birth-date.Day" => BornOn.Day.ToString(CultureInfo.InvariantCulture),
        "child-birth-date.Month" => BornOn.Month.ToString(CultureInfo.InvariantCulture),
        "child-birth-date.Year" => BornOn.Year.ToString(CultureInfo.InvariantCulture),
        "child-sex" => Number % 2 == 0 ? "1" : "2",
        "birth-place" => "Bệnh viện Mẫu, phường Cửa Nam",
        "proof" => "notice",
        _ => null,
    };
}

/// <summary>Filling in the form of a birth, whatever page it stands at: the pages themselves say what is asked.</summary>
internal static class BirthForm
{
    public const string Procedure = "1.001193";

    /// <summary>The check-your-answers page of a draft, from which the journey resumes at any time.</summary>
    public static string CheckPage(Guid draft) => $"/apply/{Procedure}/{draft}/check-answers";

    /// <summary>Begins, or takes up, a draft; answers its id and the page it stands at.</summary>
    public static async Task<(Guid Draft, WebPage Page)> StartAsync(Browser mother, CancellationToken ct)
    {
        var page = (await mother.GetAsync($"/apply/{Procedure}", ct)).Expect();
        var draft = page.Path.Split('/') is [_, "apply", _, var id, ..] && Guid.TryParse(id, out var parsed)
            ? parsed
            : throw new UnexpectedPageException(page, "the draft's first page was expected");
        return (draft, page);
    }

    /// <summary>Answers the question of a page, or files from check-your-answers; answers the next page.</summary>
    public static async Task<WebPage> ContinueAsync(WebPage page, SampleChild child, CancellationToken ct)
    {
        if (page.Path.EndsWith("/check-answers", StringComparison.Ordinal))
            return (await page.Form().SubmitAsync(ct)).Expect();

        return (await FormPage.Fill(page, child.Answer, _ => ["giay-chung-sinh.png"]).Form.SubmitAsync(ct)).Expect();
    }
}
