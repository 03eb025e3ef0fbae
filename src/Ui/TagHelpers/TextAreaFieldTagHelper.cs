using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;text-area-field&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("text-area-field")]
public sealed class TextAreaFieldTagHelper : FieldTagHelper
{
    /// <summary>Shown unless the form comes back with something typed.</summary>
    public string? Value { get; set; }

    /// <summary>Height in lines.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>Most characters the box takes; said in the hint.</summary>
    public int? Maxlength { get; set; }

    private protected override string? HintText => Maxlength is { } most
        ? HintAnd(T["field.limit", most].Value)
        : Hint;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = await output.GetChildContentAsync();
        var typed = FieldState.Typed(ViewContext, Name) ?? Value;

        // A browser drops one line break right after the tag, so one is written for it to drop.
        var area = Describe(Markup.Element(
                "textarea", Errors.Count > 0 ? "govuk-textarea govuk-textarea--error" : "govuk-textarea", "\n", typed))
            .With("id", Id)
            .With("name", Name)
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture))
            .Taking(output.Attributes);

        Group(output, Markup.Join(LabelFor(Id), HintAndErrors(), extra, area));
    }
}
