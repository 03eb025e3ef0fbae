using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary>
/// <c>&lt;body ui-scripts&gt;</c>: what the script needs to know, as data: its texts, and when an idle screen locks
/// (ViewData IdleMinutes and LockUrl).
/// </summary>
[HtmlTargetElement("body", Attributes = "ui-scripts")]
public sealed class BodyTagHelper : TagHelper
{
    /// <summary>Marks the body of a layout of ours.</summary>
    public bool UiScripts { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var texts = ViewContext.Texts();
        output.Attributes.SetAttribute("data-text-saving", texts["script.saving"].Value);
        output.Attributes.SetAttribute("data-text-saved", texts["script.saved"].Value);
        output.Attributes.SetAttribute("data-text-not-saved", texts["script.not-saved"].Value);
        output.Attributes.SetAttribute("data-text-sending", texts["script.sending"].Value);
        output.Attributes.SetAttribute("data-text-chosen", texts["script.chosen"].Value);
        output.Attributes.SetAttribute("data-text-keys-on", texts["script.keys-on"].Value);
        output.Attributes.SetAttribute("data-text-keys-off", texts["script.keys-off"].Value);

        if (ViewContext.ViewData["IdleMinutes"] is { } minutes && ViewContext.ViewData["LockUrl"] is string address)
        {
            output.Attributes.SetAttribute("data-idle-minutes", Convert.ToString(minutes, CultureInfo.InvariantCulture));
            output.Attributes.SetAttribute("data-lock-url", address);
            output.Attributes.SetAttribute("data-text-idle", texts["script.idle"].Value);
        }
    }
}
