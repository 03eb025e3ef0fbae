using System.Net;

namespace Project06.Testing;

/// <summary>What a test expects of a page; each answers the page again.</summary>
public static class AssertHtml
{
    /// <summary>The status a browser expects.</summary>
    public static TestPage HasStatus(this TestPage page, HttpStatusCode status)
    {
        Assert.True(page.Status == status, $"Expected {(int)status}, got {page.Describe()}: {page.Text}\n{page.Browser.Host.Log.Tail(2)}");
        return page;
    }

    /// <summary>Status 200.</summary>
    public static TestPage IsShown(this TestPage page) => page.HasStatus(HttpStatusCode.OK);

    /// <summary>Stands at this path.</summary>
    public static TestPage IsAt(this TestPage page, string path)
    {
        Assert.True(page.Path == path, $"Expected to be at {path}: {page.Describe()}: {page.Text}");
        return page;
    }

    /// <summary>Shows a text, whatever the spaces.</summary>
    public static TestPage Shows(this TestPage page, string text)
    {
        Assert.True(page.Text.Contains(text, StringComparison.OrdinalIgnoreCase), $"“{text}” isn't on {page.Describe()}: {page.Text}");
        return page;
    }

    /// <summary>Doesn't show a text anywhere, attributes included.</summary>
    public static TestPage ShowsNowhere(this TestPage page, string text)
    {
        var html = WebUtility.HtmlDecode(page.Document.DocumentElement.OuterHtml);
        Assert.False(html.Contains(text, StringComparison.OrdinalIgnoreCase), $"“{text}” is on {page.Describe()}");
        return page;
    }

    /// <summary>Is refused with 422, or another status, and says why in the summary, at a field where one is named.</summary>
    public static TestPage IsRefused(this TestPage page, string? field = null, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        page.HasStatus(status);
        var summary = page.Document.QuerySelector("[data-error-summary]");
        Assert.True(summary is not null, $"No error summary on {page.Describe()}: {page.Text}");
        // Sentences for people: none is empty, a key, or the framework's own.
        Assert.All(summary.QuerySelectorAll("li").Select(li => TestPage.Plain(li.TextContent)), said =>
            Assert.True(said.Contains(' ') && !said.StartsWith("The value ", StringComparison.Ordinal) && !said.EndsWith("field is required.", StringComparison.Ordinal),
                $"No plain sentence on {page.Describe()}: {said}"));
        if (field is not null)
        {
            var links = summary.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.TrimStart('#')).ToList();
            Assert.True(
                links.Any(id => id == field.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "-", StringComparison.Ordinal)),
                $"No error at {field}, but at {string.Join(", ", links)}: {TestPage.Plain(summary.TextContent)}");
        }
        return page;
    }

    /// <summary>Sends an unknown visitor to the sign-in page.</summary>
    public static TestPage AsksToSignIn(this TestPage page)
    {
        var sent = page.Location is { } onward ? onward : page.Uri.PathAndQuery;
        Assert.True(sent.StartsWith("/sign-in", StringComparison.Ordinal) || sent.Contains("/sign-in?", StringComparison.Ordinal),
            $"Doesn't ask to sign in: {page.Describe()} {page.Location}");
        return page;
    }
}
