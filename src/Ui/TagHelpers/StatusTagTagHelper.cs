using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;status-tag kind="due"&gt;còn 5 giờ&lt;/status-tag&gt;</c>: the words say it, the colour helps.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>due, late, ok or plain.</summary>
    public string Kind { get; set; } = "plain";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Becomes("strong", ClassOf(Kind));

    internal static string ClassOf(string kind) => kind switch
    {
        "due" or "late" or "ok" or "plain" => "tag tag-" + kind,
        _ => throw new ArgumentException($"A tag is due, late, ok or plain, not '{kind}'.", nameof(kind)),
    };
}
