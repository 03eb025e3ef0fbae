using System.Globalization;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A child to be registered.</summary>
/// <param name="Notice">Each birth notice counts once.</param>
internal sealed record NewChild(string Given, string Notice)
{
    private static int _count;

    public string Middle => "Thị Thử";
    public DateOnly BornOn { get; init; } = new(2026, 11, 16);

    /// <summary>The notice is of the year of birth.</summary>
    public string NoticeOfYear => $"{Notice[..^2]}{BornOn.Year % 100:00}";

    /// <summary>A child nobody has registered before.</summary>
    public static NewChild Next()
    {
        var number = Interlocked.Increment(ref _count);
        return new NewChild($"Kiểm {(char)('A' + number % 26)}", string.Create(CultureInfo.InvariantCulture, $"7{number:0000}.GCS.{number:00000}.26"));
    }
}

/// <summary>The birth form over HTTP, filled in as a mother does.</summary>
internal static class BirthForm
{
    // One grey pixel, a picture all the same.
    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Starts, or goes on where she left off.</summary>
    public static Task<TestPage> OpenAsync(TestBrowser browser) => browser.GetAsync($"/apply/{TestFolders.Birth}");

    /// <summary>Answers page after page until check-your-answers.</summary>
    public static async Task<TestPage> AnswerAsync(this TestPage page, NewChild child, string? until = null)
    {
        var asked = new HashSet<string>();
        while (PageOf(page) is var at && at != "check-answers" && at != until)
        {
            Assert.True(asked.Add(at), $"{at} is asked again: {page.Text}");
            page = await page.AnswerPageAsync(at, child);
            page.IsShown();
        }
        return page;
    }

    /// <summary>Files from check-your-answers; answers the dossier's code.</summary>
    public static async Task<string> FileAsync(this TestPage check)
    {
        var filed = await check.Form().SubmitAsync();
        filed.IsShown();
        Assert.StartsWith("/dossiers/", filed.Path, StringComparison.Ordinal);
        return filed.Path.Split('/')[2];
    }

    /// <summary>All of it.</summary>
    public static async Task<string> FileBirthAsync(this TestBrowser mother, NewChild? child = null) =>
        await (await (await OpenAsync(mother)).AnswerAsync(child ?? NewChild.Next())).FileAsync();

    /// <summary>The draft's id, from any page of its form.</summary>
    public static Guid DraftOf(TestPage page) => Guid.Parse(page.Path.Split('/')[3]);

    private static string PageOf(TestPage page) => page.Path.Split('/')[^1];

    private static Task<TestPage> AnswerPageAsync(this TestPage page, string at, NewChild child)
    {
        var form = page.Form();
        switch (at)
        {
            case "relation":
                form.Set("relation", "mother");
                break;
            case "child-name":
                if (form.Names.Contains("child-surname"))
                    ChooseFirst(page, form, "child-surname");
                form.Set("child-middle-name", child.Middle).Set("child-given-name", child.Given);
                break;
            case "child-birth-date":
                form.SetDate("child-birth-date", child.BornOn);
                break;
            case "child-sex":
                form.Set("child-sex", "2");
                break;
            case "birth-place":
                form.Set("birth-place", "Bệnh viện Mẫu");
                break;
            case "proof":
                form.Set("proof", "notice");
                break;
            case "birth-notice":
                form.Set("birth-notice-code", child.NoticeOfYear).Attach("birth-notice-photo", "giay-chung-sinh.png", "image/png", Photo);
                break;
            default:
                ChooseFirst(page, form, at);
                break;
        }
        return form.SubmitAsync();
    }

    private static void ChooseFirst(TestPage page, TestForm form, string field)
    {
        var offered = page.Document.QuerySelector($"main input[type=radio][name={field}]")?.GetAttribute("value");
        Assert.True(offered is not null, $"{field} offers nothing: {page.Text}");
        form.Set(field, offered);
    }
}

/// <summary>An official's desk over HTTP.</summary>
internal static class DeskSteps
{
    /// <summary>Takes an action that asks nothing. A minute passes: what happened is told apart by its time.</summary>
    public static async Task<TestPage> TakeAsync(this TestBrowser official, string code, string action)
    {
        official.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await official.GetAsync($"/desk/{code}");
        return await page.IsShown().Form("actionId").SubmitAsync(action);
    }

    /// <summary>The applicant takes an action of their step.</summary>
    public static async Task<TestPage> AnswerDraftAsync(this TestBrowser applicant, string code, string action, string? comment = null)
    {
        applicant.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await applicant.GetAsync($"/dossiers/{code}");
        var form = page.IsShown().Form($"main form:has(input[value='{action}'])");
        if (comment is not null)
            form.Set("Comment", comment);
        return await form.SubmitAsync();
    }

    /// <summary>Where a dossier stands.</summary>
    public static Task<string> StepOfAsync(this TestDatabase database, string code) =>
        database.ScalarAsync<string>("SELECT step_id FROM public_services.dossiers WHERE code = $1", code);

    /// <summary>National state code.</summary>
    public static Task<int> StateOfAsync(this TestDatabase database, string code) =>
        database.ScalarAsync<int>("SELECT state FROM public_services.dossiers WHERE code = $1", code);
}
