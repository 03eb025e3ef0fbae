using Microsoft.Playwright;
using Project06.EIdentification.Contracts;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>What a child's registration asks for.</summary>
/// <param name="NoticeCode">Each notice counts once.</param>
/// <param name="Head">Whose household the child joins, where that is asked; null: the parents'.</param>
internal sealed record Child(
    string Middle, string Given, DateOnly BornOn, string NoticeCode, string BirthPlace = "Bệnh viện Mẫu, phường Cầu Giấy, thành phố Hà Nội",
    Named? Head = null);

/// <summary>The birth journey's steps as people take them, without judging what they see.</summary>
internal static class BirthSteps
{
    /// <summary>The procedure's code, and that of the birth together with the child's permanent residence.</summary>
    public const string Procedure = "1.001193", WithResidence = "2.000986";

    /// <summary>Answers the pages of the form one after the other, until check-your-answers.</summary>
    /// <returns>The ids of the pages that were asked.</returns>
    public static async Task<List<string>> AnswerAsync(
        this Visitor mother, Child child, FilePayload notice, Func<string, Task>? onPage = null)
    {
        var asked = new List<string>();
        while (mother.At.Split('/')[^1] is var page && !page.StartsWith("check-answers", StringComparison.Ordinal))
        {
            if (asked.Contains(page))
                Assert.Fail($"{page} is asked again: {await mother.TextAsync()}");
            asked.Add(page);
            if (onPage is not null)
                await onPage(page);
            await mother.AnswerPageAsync(page, child, notice);
            await mother.PressMainAsync();
        }
        return asked;
    }

    /// <summary>Fills in one page.</summary>
    public static async Task AnswerPageAsync(this Visitor mother, string page, Child child, FilePayload notice)
    {
        var form = mother.Page.Locator("main");
        switch (page)
        {
            case "relation":
                await form.GetByRole(AriaRole.Radio, new() { Name = "Mẹ", Exact = true }).CheckAsync();
                break;
            case "child-name":
                // Parents of one surname leave nothing to choose.
                if (await form.Locator("input[type=radio][name=child-surname]").CountAsync() > 0)
                    await form.Locator("input[type=radio][name=child-surname]").First.CheckAsync();
                await form.Locator("input[name=child-middle-name]").FillAsync(child.Middle);
                await form.Locator("input[name=child-given-name]").FillAsync(child.Given);
                break;
            case "child-birth-date":
                await mother.TypeDateAsync("child-birth-date", child.BornOn);
                break;
            case "child-sex":
                await form.GetByRole(AriaRole.Radio, new() { Name = "Nữ", Exact = true }).CheckAsync();
                break;
            case "birth-place":
                await form.Locator("[name=birth-place]").FillAsync(child.BirthPlace);
                break;
            case "proof":
                await form.Locator("input[type=radio][value=notice]").CheckAsync();
                break;
            case "birth-notice":
                await form.Locator("input[name=birth-notice-code]").FillAsync(child.NoticeCode);
                await form.Locator("input[type=file]").SetInputFilesAsync(notice);
                break;
            case "home":
                await form.Locator($"input[type=radio][value={(child.Head is null ? "parents" : "named")}]").CheckAsync();
                break;
            case "head" when child.Head is { } head:
                await form.Locator("input[name='head.Number']").FillAsync(head.Number);
                await form.Locator("input[name='head.FullName']").FillAsync(head.Name);
                break;
            default:
                await form.Locator("input[type=radio]").First.CheckAsync();
                break;
        }
    }

    /// <summary>Opens a dossier at the desk, from the queue.</summary>
    public static async Task OpenAtDeskAsync(this Visitor official, string code)
    {
        await official.GoAsync("/desk");
        await official.LeaveByAsync(official.Page.Locator($".queue a[href*='{code}']").First, code);
    }

    /// <summary>Presses an action of a dossier at the desk.</summary>
    public static Task TakeAsync(this Visitor official, string actionId) =>
        official.LeaveByAsync(official.Page.Locator($"main form button[value='{actionId}']"), actionId);
}
