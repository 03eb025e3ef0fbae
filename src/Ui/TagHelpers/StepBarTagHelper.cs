using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;step-bar&gt;</c>: how far something is, as a bar with words.</summary>
[HtmlTargetElement("step-bar")]
public sealed class StepBarTagHelper : TagHelper
{
    /// <summary>What the steps belong to, for a screen reader; "Các bước" when null.</summary>
    public string? Label { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("ol", "step-bar");
        output.Attributes.SetAttribute("aria-label", Label ?? ViewContext.Texts()["steps.label"].Value);
    }
}

/// <summary><c>&lt;step state="done"&gt;Đã nộp&lt;/step&gt;</c> inside <c>&lt;step-bar&gt;</c>.</summary>
[HtmlTargetElement("step", ParentTag = "step-bar")]
public sealed class StepTagHelper : TagHelper
{
    /// <summary>done, current or todo.</summary>
    public string State { get; set; } = "todo";

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var texts = ViewContext.Texts();
        var said = State switch
        {
            "done" => texts["step.done"].Value,
            "current" => texts["step.current"].Value,
            "todo" => texts["step.todo"].Value,
            _ => throw new InvalidOperationException($"A step is done, current or todo, not '{State}'."),
        };
        output.Becomes("li", "step step-" + State);
        if (State == "current")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        output.PreContent.SetHtmlContent(Markup.Hidden(said + " "));
    }
}
