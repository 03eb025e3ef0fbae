using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;summary-list&gt;</c>: answers that are known, row by row.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Becomes("dl", "govuk-summary-list");
}

/// <summary><c>&lt;summary-row&gt;</c>: a question, its answer, where the answer is from, and how to change it.</summary>
[HtmlTargetElement("summary-row")]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>The question.</summary>
    public string Key { get; set; } = "";

    /// <summary>The answer; child content serves where it is more than a text.</summary>
    public string? Value { get; set; }

    /// <summary>Where the answer is from ("CSDL dân cư").</summary>
    public string? Source { get; set; }

    /// <summary>What another source says instead; lights the row in amber.</summary>
    public string? Differs { get; set; }

    /// <summary>The name of that other source ("giấy chứng sinh").</summary>
    public string? DiffersSource { get; set; }

    /// <summary>Where the answer can be changed.</summary>
    public string? ChangeHref { get; set; }

    /// <summary>"Sửa" when null.</summary>
    public string? ChangeText { get; set; }

    /// <summary>Where the reader can say that a known answer is wrong.</summary>
    public string? WrongHref { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private IStringLocalizer<Texts> T => ViewContext.Texts();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute whose expression is null arrives as an empty text.
        (Differs, DiffersSource) = (NullIfEmpty(Differs), NullIfEmpty(DiffersSource));
        (ChangeHref, ChangeText, WrongHref) = (NullIfEmpty(ChangeHref), NullIfEmpty(ChangeText), NullIfEmpty(WrongHref));
        var child = await output.GetChildContentAsync();
        var hasActions = ChangeHref is not null || WrongHref is not null;
        var answer = Markup.Element("dd", "govuk-summary-list__value");
        answer.InnerHtml.AppendHtml(child.IsEmptyOrWhiteSpace
            ? Markup.Element("span", "summary-value", Value)
            : Markup.Element("div", "summary-value", child));
        answer.InnerHtml.AppendHtml(Notes());

        output.Becomes("div", "govuk-summary-list__row"
            + (hasActions ? "" : " govuk-summary-list__row--no-actions")
            + (Differs is null ? "" : " summary-differs"));
        output.Content.SetHtmlContent(Markup.Join(
            Markup.Element("dt", "govuk-summary-list__key", Key),
            answer,
            hasActions ? Markup.Element("dd", "govuk-summary-list__actions", Links()) : null));
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private IHtmlContent Notes() => Markup.Join(
        Differs is null ? null : Markup.Element("span", "summary-note summary-note-differs", DiffersSource is null
            ? T["summary.differs-unnamed", Differs].Value
            : T["summary.differs", DiffersSource, Differs].Value),
        string.IsNullOrEmpty(Source) ? null : Markup.Element(
            "span", "summary-note", Markup.Hidden(T["summary.source"] + " "), Source));

    private IHtmlContent Links() => Markup.Join(
        Link(ChangeHref, ChangeText ?? T["summary.change"]),
        ChangeHref is not null && WrongHref is not null ? " " : null,
        Link(WrongHref, T["summary.wrong"]));

    private IHtmlContent? Link(string? href, string text) => href is null
        ? null
        : Markup.Element("a", null, text, Markup.Hidden($" ({Key})")).With("href", href);
}
