using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary>
/// <c>&lt;action-button&gt;</c>: a button that submits, or with <c>href</c> a link that looks like one. Attributes without
/// a property here (name, value, form, formaction, disabled, data-…) pass through.
/// </summary>
[HtmlTargetElement("action-button")]
public sealed class ActionButtonTagHelper(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>primary (the page's main action, one a page), plain or danger.</summary>
    public string Kind { get; set; } = "primary";

    /// <summary>One letter or digit that presses the button while nobody is typing.</summary>
    public string? Key { get; set; }

    /// <summary>Makes it a link.</summary>
    public string? Href { get; set; }

    /// <summary>The page handler that the button submits to.</summary>
    [HtmlAttributeName("asp-page-handler")]
    public string? PageHandler { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes(Href is null ? "button" : "a", Kind switch
        {
            "primary" => "button",
            "plain" => "button button-plain",
            "danger" => "button button-danger",
            _ => throw new InvalidOperationException($"A button is primary, plain or danger, not '{Kind}'."),
        });

        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        if (PageHandler is not null)
        {
            var address = urls.GetUrlHelper(ViewContext).Page(pageName: null, pageHandler: PageHandler);
            output.Attributes.SetAttribute("formaction", address);
        }

        if (!string.IsNullOrEmpty(Key))
        {
            output.Attributes.SetAttribute("data-key", Key.ToLower(CultureInfo.InvariantCulture));
            output.Attributes.SetAttribute("aria-keyshortcuts", Key.ToUpper(CultureInfo.InvariantCulture));
            output.PostContent.SetHtmlContent(Markup.Join(" ", Markup.Element("kbd", null, Key).With("aria-hidden", "true")));
        }
    }
}
