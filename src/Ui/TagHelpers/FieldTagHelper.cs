using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Project06.Ui.TagHelpers;

/// <summary>What all fields share: label or legend, hint, error, and what describes the input to a screen reader.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>Name in the form and in ModelState.</summary>
    public string Name { get; set; } = "";

    /// <summary>The question, or the name of the thing asked for.</summary>
    public string? Label { get; set; }

    /// <summary>Help that stands between label and input.</summary>
    public string? Hint { get; set; }

    /// <summary>Says beside the label that no answer is fine.</summary>
    public bool Optional { get; set; }

    /// <summary>The label or legend is the page's h1.</summary>
    public bool PageHeading { get; set; }

    /// <summary>s, m or l; l where the label is the page's heading.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected IStringLocalizer<Texts> T => ViewContext.Texts();

    private protected string Id => FieldState.Id(Name);

    private protected IReadOnlyList<string> Errors => FieldState.Errors(ViewContext, Name, T);

    private protected string? DescribedBy
    {
        get
        {
            var ids = new[] { HasHint ? Id + "-hint" : null, Errors.Count > 0 ? Id + "-error" : null }.OfType<string>();
            return string.Join(' ', ids) is { Length: > 0 } all ? all : null;
        }
    }

    private protected virtual string? HintText => Hint;

    /// <summary>The hint and one sentence more.</summary>
    private protected string HintAnd(string sentence) =>
        string.IsNullOrEmpty(Hint) ? sentence : $"{Hint}{(char.IsPunctuation(Hint[^1]) && Hint[^1] != ')' ? "" : ".")} {sentence}";

    private bool HasHint => !string.IsNullOrEmpty(HintText);

    private string Size => LabelSize ?? (PageHeading ? "l" : "s");

    private protected IHtmlContent LabelFor(string id)
    {
        var label = Markup.Element("label", $"govuk-label govuk-label--{Size}", LabelText()).With("for", id);
        return PageHeading ? Markup.Element("h1", "govuk-label-wrapper", label) : label;
    }

    private protected IHtmlContent Fieldset(params ReadOnlySpan<object?> content)
    {
        object heading = PageHeading ? Markup.Element("h1", "govuk-fieldset__heading", LabelText()) : LabelText();
        var legend = Markup.Element("legend", $"govuk-fieldset__legend govuk-fieldset__legend--{Size}", heading);
        return Markup.Element("fieldset", "govuk-fieldset", legend, Markup.Join(content))
            .With("aria-describedby", DescribedBy);
    }

    private protected IHtmlContent HintAndErrors()
    {
        var all = new HtmlContentBuilder();
        if (HasHint)
        {
            all.AppendHtml(Markup.Element("div", "govuk-hint", HintText).With("id", Id + "-hint"));
        }

        if (Errors.Count > 0)
        {
            var lines = Markup.Element("div", "govuk-error-message").With("id", Id + "-error");
            foreach (var error in Errors)
            {
                lines.InnerHtml.AppendHtml(Markup.Element("p", null, Markup.Hidden(T["errors.prefix"] + " "), error));
            }

            all.AppendHtml(lines);
        }

        return all;
    }

    /// <summary>Makes the written tag the group around the field; other attributes were taken by the input before.</summary>
    private protected void Group(TagHelperOutput output, IHtmlContent content)
    {
        output.Becomes("div", Errors.Count > 0 ? "govuk-form-group govuk-form-group--error" : "govuk-form-group");
        output.Content.SetHtmlContent(content);
    }

    private protected TagBuilder Describe(TagBuilder input) => input
        .With("aria-describedby", DescribedBy)
        .With("aria-invalid", Errors.Count > 0 ? "true" : null);

    private IHtmlContent LabelText() => Optional
        ? Markup.Join(Label, " ", Markup.Element("span", "field-optional", T["field.optional"].Value))
        : Markup.Join(Label);
}
