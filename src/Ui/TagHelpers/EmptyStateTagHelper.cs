using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;empty-state title="…"&gt;</c>: says what would be here.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>What there is none of.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("div", "empty-state");
        output.PreContent.SetHtmlContent(Markup.Element("p", "empty-state-title", Title));
    }
}
