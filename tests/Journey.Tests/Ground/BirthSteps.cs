using System.Net;

namespace Project06.Journey.Tests.Ground;

/// <summary>A birth's way, step by step, over the pages people use.</summary>
internal static class BirthSteps
{
    /// <summary>The birth by itself, and with the child's permanent residence.</summary>
    public const string Procedure = "1.001193", WithResidence = "2.000986";

    public static readonly DateOnly Yesterday = TestNation.Today.AddDays(-1);

    /// <summary>Starts a form and answers page after page; ends at check-your-answers, or at the page that refuses.</summary>
    public static async Task<TestPage> AnswerBirthAsync(
        this TestBrowser mother, Child child, string? stopBefore = null, string procedure = Procedure)
    {
        var page = await mother.GetAsync($"/apply/{procedure}");
        var asked = new List<string>();
        while (page.Status == HttpStatusCode.OK && Last(page) is var at && at != "check-answers" && at != stopBefore)
        {
            Assert.False(asked.Contains(at), $"{at} is asked again after {string.Join(", ", asked)}: {page.Text}");
            asked.Add(at);
            page = await Fill(page, at, child).SubmitAsync();
        }
        return page;
    }

    public static TestForm Fill(TestPage page, string at, Child child)
    {
        var form = page.Form();
        return at switch
        {
            "relation" => form.Set("relation", child.Relation),
            "father" when child.FatherNumber is { } number && form.Names.Contains("father") => form.Set("father", "other").Set("father.Number", number).Set("father.FullName", child.FatherName),
            "father" when child.FatherNumber is { } number => form.Set("father.Number", number).Set("father.FullName", child.FatherName),
            // Parents of one surname leave nothing to choose.
            "child-name" => (form.Names.Contains("child-surname") ? form.Set("child-surname", form.Offered("child-surname")[0]) : form)
                .Set("child-middle-name", child.MiddleName).Set("child-given-name", child.GivenName),
            "child-birth-date" => form.SetDate("child-birth-date", child.BornOn),
            "child-sex" => form.Set("child-sex", "2"),
            "birth-place" => form.Set("birth-place", "Bệnh viện Mẫu, phường Cầu Giấy, thành phố Hà Nội"),
            "proof" => form.Set("proof", "notice"),
            "birth-notice" => form.Set("birth-notice-code", child.Notice).Attach("birth-notice-photo", child.PhotoName, "image/jpeg", child.Photo),
            "home" => form.Set("home", child.Head is null ? form.Offered("home")[0] : "named"),
            "head" when child.Head is { } head => form.Set("head.Number", head.Number).Set("head.FullName", head.Name),
            _ => form.Names.Where(n => !n.StartsWith("__", StringComparison.Ordinal) && n.Length > 0)
                .Where(n => form.Offered(n).Count > 0)
                .Aggregate(form, (filled, name) => filled.Set(name, filled.Offered(name)[0])),
        };
    }

    /// <summary>Files a complete draft; answers the dossier's code.</summary>
    public static async Task<string> FileBirthAsync(this TestBrowser mother, Child child, string procedure = Procedure)
    {
        var check = await mother.AnswerBirthAsync(child, procedure: procedure);
        check.IsShown();
        Assert.Equal("check-answers", Last(check));
        var filed = await check.Form().SubmitAsync();
        filed.IsShown();
        Assert.StartsWith("/dossiers/", filed.Path);
        return Last(filed);
    }

    /// <summary>Presses a button at the desk.</summary>
    public static async Task<TestPage> TakeAsync(this TestBrowser official, string code, string action)
    {
        var page = await official.GetAsync($"/desk/{code}");
        return await page.IsShown().Form("step").SubmitAsync(action);
    }

    /// <summary>The mother's answer on her own page.</summary>
    public static async Task<TestPage> AnswerDraftAsync(this TestBrowser mother, string code, string act)
    {
        var page = await mother.GetAsync($"/dossiers/{code}");
        var form = page.IsShown().Document.QuerySelectorAll("main form input[name=act]").First(i => i.GetAttribute("value") == act);
        var id = form.Closest("form")!;
        id.SetAttribute("id", "chosen");
        return await page.Form("#chosen").SubmitAsync();
    }

    public static string Last(TestPage page) => page.Path.Split('/')[^1];
}
