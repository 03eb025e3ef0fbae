using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Project06.Benchmarks.Web;

/// <summary>A page as it arrived.</summary>
internal sealed partial class WebPage(Browser browser, Uri uri, int status, string html)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(html));

    public Browser Browser => browser;
    public Uri Uri => uri;
    public string Path => uri.AbsolutePath;
    public int Status => status;
    public bool IsFine => status is >= 200 and < 300;
    public IHtmlDocument Document => _document.Value;

    /// <summary>What is read in the main part, with single spaces.</summary>
    public string Text => Spaces().Replace((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "", " ").Trim();

    /// <summary>The form of the main part that has a control which matches; null when there is none.</summary>
    public WebForm? FindForm(string control = "button")
    {
        var form = Document.QuerySelectorAll<IHtmlFormElement>("main form")
            .FirstOrDefault(f => f.Method == "post" && f.QuerySelector(control) is not null);
        return form is null ? null : new WebForm(this, form);
    }

    /// <summary>The form; a page without one is an error that shows the page.</summary>
    public WebForm Form(string control = "button") =>
        FindForm(control) ?? throw new UnexpectedPageException(this, $"no form with {control}");

    /// <summary>This page, if it came as a page should.</summary>
    public WebPage Expect() => IsFine ? this : throw new UnexpectedPageException(this, "a page was expected");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>The server answered something else than the journey expects.</summary>
internal sealed class UnexpectedPageException(WebPage page, string what)
    : Exception($"{page.Status} {page.Path}: {what}. {page.Text[..Math.Min(300, page.Text.Length)]}")
{
    public int Status => page.Status;
}
