using System.Net;

namespace Project06.Journey.Tests.Ground;

/// <summary>Any procedure's form, answered by field and value.</summary>
internal static class FormSteps
{
    /// <summary>Somebody named by number and name.</summary>
    internal sealed record Named(string Number, string Name);

    /// <summary>Starts a form and answers page after page; ends at check-your-answers, at the page to stop before, or where a page refuses.</summary>
    public static async Task<TestPage> WalkAsync(
        this TestBrowser citizen, string procedure, IReadOnlyDictionary<string, object> answers, string? stopBefore = null)
    {
        var page = await citizen.GetAsync($"/apply/{procedure}");
        var asked = new List<string>();
        while (page.Status == HttpStatusCode.OK && BirthSteps.Last(page) is var at && at != "check-answers" && at != stopBefore)
        {
            Assert.False(asked.Contains(at), $"{at} is asked again after {string.Join(", ", asked)}: {page.Text}");
            asked.Add(at);
            page = await page.Answer(answers).SubmitAsync();
        }
        return page;
    }

    /// <summary>Fills in what there is an answer for.</summary>
    public static TestForm Answer(this TestPage page, IReadOnlyDictionary<string, object> answers)
    {
        var form = page.Form();
        foreach (var field in form.Names.Where(n => !n.StartsWith("__", StringComparison.Ordinal)).Select(n => n.Split('.')[0]).Distinct().Where(answers.ContainsKey))
            _ = answers[field] switch
            {
                DateOnly date => form.SetDate(field, date),
                byte[] paper => form.Attach(field, "giay.jpg", "image/jpeg", paper),
                Named person => (form.Names.Contains(field) ? form.Set(field, "other") : form).Set($"{field}.Number", person.Number).Set($"{field}.FullName", person.Name),
                var value => form.Set(field, $"{value}"),
            };
        return form;
    }
}
