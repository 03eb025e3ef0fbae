using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;notice-panel kind="success"&gt;</c>: something the reader should know before going on.</summary>
[HtmlTargetElement("notice-panel")]
public sealed class NoticePanelTagHelper : TagHelper
{
    /// <summary>info, warning or success.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>Heading; a word for the kind is said to screen readers when null.</summary>
    public string? Title { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var texts = ViewContext.Texts();
        var word = Kind switch
        {
            "info" => texts["notice.info"].Value,
            "warning" => texts["notice.warning"].Value,
            "success" => texts["notice.success"].Value,
            _ => throw new InvalidOperationException($"A notice is info, warning or success, not '{Kind}'."),
        };
        var id = ViewContext.NextId("notice");
        var heading = Title is null
            ? Markup.Element("h2", "visually-hidden", word)
            : Markup.Element("h2", "notice-title", Markup.Hidden(word + ": "), Title);

        output.Becomes("section", $"notice notice-{Kind}");
        output.Attributes.SetAttribute("aria-labelledby", id);
        if (Kind == "success")
        {
            output.Attributes.SetAttribute("data-announce", "");
            output.Attributes.SetAttribute("tabindex", "-1");
        }

        output.PreContent.SetHtmlContent(heading.With("id", id));
    }
}
