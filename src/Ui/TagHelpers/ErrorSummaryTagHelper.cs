using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c>: everything ModelState complains about, linked to the fields, in their order.</summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>Heading; "Có chỗ cần xem lại" when null.</summary>
    public string? Title { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        var texts = ViewContext.Texts();
        var list = Markup.Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var (name, entry) in InPageOrder())
        {
            foreach (var error in FieldState.Errors(entry, texts))
            {
                list.InnerHtml.AppendHtml(Markup.Element("li", null, LinkTo(name, error)));
            }
        }

        var titleId = "error-summary-title";
        output.Becomes("div", "govuk-error-summary");
        output.Attributes.SetAttribute("data-error-summary", "");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", titleId);
        output.Content.SetHtmlContent(Markup.Element(
            "div",
            null,
            Markup.Element("h2", "govuk-error-summary__title", Title ?? texts["errors.title"].Value).With("id", titleId),
            Markup.Element("div", "govuk-error-summary__body", list)).With("role", "alert"));
    }

    private static object LinkTo(string name, string error) =>
        name.Length == 0 ? error : Markup.Element("a", null, error).With("href", "#" + FieldState.Id(name));

    /// <summary>ModelState sorts by name; the form's own order is the order of its fields on the page.</summary>
    private IEnumerable<KeyValuePair<string, ModelStateEntry>> InPageOrder()
    {
        var posted = FieldState.PostedForm(ViewContext)?.Keys.ToList() ?? [];
        int Place(string name) => posted.FindIndex(key =>
            key.Equals(name, StringComparison.OrdinalIgnoreCase) || key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase));

        return ViewContext.ModelState
            .Where(pair => pair.Value is { Errors.Count: > 0 })
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))
            .OrderBy(pair => pair.Key.Length == 0 ? -1 : Place(pair.Key) is >= 0 and var place ? place : int.MaxValue);
    }
}
