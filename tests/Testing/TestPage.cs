using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Project06.Testing;

/// <summary>An answer, read as a page where it is one.</summary>
public sealed partial class TestPage
{
    private TestPage(TestBrowser browser, Uri uri, HttpResponseMessage answer, byte[] bytes, IReadOnlyList<string> visited)
    {
        (Browser, Uri, Answer, Bytes, Visited) = (browser, uri, answer, bytes, visited);
        var html = answer.Content.Headers.ContentType?.MediaType == "text/html";
        Document = new HtmlParser().ParseDocument(html ? System.Text.Encoding.UTF8.GetString(bytes) : "");
    }

    /// <summary>Where it was opened.</summary>
    public TestBrowser Browser { get; }

    /// <summary>Its address.</summary>
    public Uri Uri { get; }

    /// <summary>Path without query.</summary>
    public string Path => Uri.AbsolutePath;

    /// <summary>Status line and headers.</summary>
    public HttpResponseMessage Answer { get; }

    /// <summary>The body.</summary>
    public byte[] Bytes { get; }

    /// <summary>All addresses on the way, this one last.</summary>
    public IReadOnlyList<string> Visited { get; }

    /// <summary>The body as HTML; empty when it isn't.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>Status code.</summary>
    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>Where it redirects to; null when it doesn't.</summary>
    public string? Location => Answer.Headers.Location?.OriginalString;

    /// <summary>What is read in the page's main part, with single spaces.</summary>
    public string Text => Plain((Document.QuerySelector("main") ?? Document.Body)?.TextContent);

    /// <summary>The form to fill in: the main part's, by a field's name or a selector where there are several.</summary>
    public TestForm Form(string? fieldOrSelector = null)
    {
        var forms = Document.QuerySelectorAll<IHtmlFormElement>("main form").Where(f => f.Method == "post").ToList();
        var form = fieldOrSelector switch
        {
            null => forms.FirstOrDefault(),
            _ when fieldOrSelector.AsSpan().ContainsAny("#.[ >") =>
                Document.QuerySelector(fieldOrSelector) is var found && found is IHtmlFormElement itself ? itself : found?.Closest("form") as IHtmlFormElement,
            _ => forms.FirstOrDefault(f => f.QuerySelectorAll("[name]").Any(e => e.GetAttribute("name") == fieldOrSelector)),
        };
        return new TestForm(this, form ?? throw new InvalidOperationException($"{Describe()} has no form {fieldOrSelector}: {Text}"));
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<TestPage> FollowAsync(string text)
    {
        var link = Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Plain(a.TextContent).Contains(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Describe()} has no link “{text}”: {Text}");
        return Browser.GetAsync(new Uri(Uri, link.GetAttribute("href")!).PathAndQuery);
    }

    /// <summary>The address of the first link that matches, or null.</summary>
    public string? FindLink(string start) => Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
        .FirstOrDefault(h => h.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Method, address and status, for messages.</summary>
    public string Describe() => $"{(int)Status} {string.Join(" → ", Visited)}";

    internal static async Task<TestPage> ReadAsync(
        TestBrowser browser, Uri uri, HttpResponseMessage answer, IReadOnlyList<string> visited)
    {
        var page = new TestPage(browser, uri, answer, await answer.Content.ReadAsByteArrayAsync(), visited);
        Assert.True(browser.MayFail || (int)answer.StatusCode != 500, $"{page.Describe()}\n{browser.Host.Log.Tail()}");
        return page;
    }

    internal static string Plain(string? text) => Spaces().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
