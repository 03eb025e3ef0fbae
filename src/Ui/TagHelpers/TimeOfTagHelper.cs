using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;time-of value="d.DueAt" format="weekday" /&gt;</c>: a day or instant as people here read it.</summary>
[HtmlTargetElement("time-of")]
public sealed class TimeOfTagHelper : TagHelper
{
    /// <summary>DateOnly, TimeOnly or DateTimeOffset; nothing is written for null.</summary>
    public object? Value { get; set; }

    /// <summary>date, time, date-time or weekday.</summary>
    public string Format { get; set; } = "date";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", DateText.MachineReadable(Value));
        output.Content.SetContent(DateText.Of(Value, Format));
    }
}
