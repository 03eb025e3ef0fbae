using Microsoft.Playwright;
using Project06.EIdentification.Contracts;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>A commune, as a unit picker asks for it.</summary>
internal sealed record Commune(string Province, string Code);

/// <summary>Somebody else, as a person field asks for them.</summary>
internal sealed record Named(Guid Id, string Number, string Name)
{
    /// <summary>The holder of an account.</summary>
    public static Named Of(DemoAccount account) => new(account.PersonId, account.Number, account.Name);
}

/// <summary>
/// Goes through any procedure's pages in a browser, with an answer for each field: text (what is typed, or a choice's
/// value), <see cref="bool"/>, <see cref="int"/>, <see cref="DateOnly"/>, <see cref="Commune"/>, <see cref="Named"/> or a paper.
/// </summary>
internal static class Walk
{
    /// <summary>Starts the procedure and answers its pages until check-your-answers.</summary>
    /// <returns>The ids of the pages that were asked.</returns>
    public static async Task<List<string>> WalkAsync(
        this Visitor citizen, string procedure, IReadOnlyDictionary<string, object> answers, Func<string, Task>? onPage = null)
    {
        await citizen.GoAsync($"/apply/{procedure}");
        return await citizen.WalkOnAsync(answers, onPage);
    }

    /// <summary>Answers the pages from the one that is shown.</summary>
    public static async Task<List<string>> WalkOnAsync(
        this Visitor citizen, IReadOnlyDictionary<string, object> answers, Func<string, Task>? onPage = null)
    {
        var asked = new List<string>();
        while (citizen.At.Split('?')[0].Split('/')[^1] is var page && page != "check-answers")
        {
            // Without scripts the communes come after the province: the page is asked once more, with them.
            var again = asked.Count(p => p == page);
            if (again > 1 || (again == 1 && await citizen.Page.Locator("main select[name$='.Province']").CountAsync() == 0))
                Assert.Fail($"{page} is asked again: {await citizen.TextAsync()}");
            asked.Add(page);
            if (onPage is not null)
                await onPage(page);
            await citizen.AnswerFieldsAsync(answers);
            await citizen.PressMainAsync();
        }
        return [.. asked.Distinct()];
    }

    /// <summary>Files what was checked.</summary>
    /// <returns>The dossier's code.</returns>
    public static async Task<string> FileAsync(this Visitor citizen)
    {
        await citizen.PressMainAsync();
        if (!citizen.At.StartsWith("/dossiers/", StringComparison.Ordinal))
            Assert.Fail($"Nothing is filed at {citizen.At}: {await citizen.TextAsync()}");
        return citizen.At.Split('/', '?')[2];
    }

    /// <summary>Answers every field of the page shown that there is an answer for; others stay as they are.</summary>
    public static async Task AnswerFieldsAsync(this Visitor citizen, IReadOnlyDictionary<string, object> answers)
    {
        var names = await citizen.Page.Locator("main form[method=post]").First.EvaluateAsync<string[]>(
            "form => [...new Set([...form.elements].filter(e => e.name && e.type !== 'hidden').map(e => e.name.split('.')[0]))]");
        foreach (var name in names)
        {
            if (answers.TryGetValue(name, out var answer))
                await AnswerAsync(citizen, name, answer);
        }
    }

    private static Task AnswerAsync(Visitor citizen, string field, object answer) => answer switch
    {
        DateOnly date => citizen.TypeDateAsync(field, date),
        Commune commune => ChooseAsync(citizen, field, commune),
        Named person => NameAsync(citizen, field, person),
        FilePayload paper => citizen.Page.Locator($"main input[type=file][name='{field}']").SetInputFilesAsync(paper),
        bool yes => WriteAsync(citizen, field, yes ? "true" : "false"),
        _ => WriteAsync(citizen, field, FormattableString.Invariant($"{answer}")),
    };

    private static async Task WriteAsync(Visitor citizen, string field, string text)
    {
        var box = citizen.Page.Locator($"main form [name='{field}']");
        switch (await box.First.EvaluateAsync<string>("e => e.type"))
        {
            case "radio" or "checkbox":
                await citizen.Page.Locator($"main form [name='{field}'][value='{text}']").CheckAsync();
                break;
            case "select-one":
                await box.SelectOptionAsync(text);
                break;
            default:
                await box.First.FillAsync(text);
                break;
        }
    }

    private static async Task ChooseAsync(Visitor citizen, string field, Commune commune)
    {
        // Where the choice is among a few communes, they are listed without their provinces.
        if (citizen.Page.Locator($"main select[name='{field}.Province']") is var province && await province.CountAsync() == 0)
        {
            await WriteAsync(citizen, field, commune.Code);
            return;
        }
        await province.SelectOptionAsync(commune.Province);
        var communes = citizen.Page.Locator($"main select[name='{field}']");
        if (await communes.CountAsync() > 0)
            await communes.SelectOptionAsync(commune.Code);
    }

    private static async Task NameAsync(Visitor citizen, string field, Named person)
    {
        var main = citizen.Page.Locator("main");
        if (main.Locator($"input[type=radio][name='{field}'][value='{person.Id}']") is var known && await known.CountAsync() > 0)
        {
            await known.CheckAsync();
            return;
        }
        if (main.Locator($"input[type=radio][name='{field}'][value='other']") is var other && await other.CountAsync() > 0)
            await other.CheckAsync();
        await main.Locator($"input[name='{field}.Number']").FillAsync(person.Number);
        await main.Locator($"input[name='{field}.FullName']").FillAsync(person.Name);
    }
}
