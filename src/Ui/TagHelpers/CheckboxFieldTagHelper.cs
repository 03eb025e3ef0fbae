using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;checkbox-field&gt;</c>: one box to tick, or several answers from <c>options</c>.</summary>
[HtmlTargetElement("checkbox-field")]
public sealed class CheckboxFieldTagHelper : FieldTagHelper
{
    /// <summary>What a single ticked box posts.</summary>
    public string Value { get; set; } = "true";

    /// <summary>A single box is ticked, unless the form comes back otherwise.</summary>
    public bool Checked { get; set; }

    /// <summary>The answers, where there are several.</summary>
    public IEnumerable<FieldOption>? Options { get; set; }

    /// <summary>The answers ticked, unless the form comes back with others.</summary>
    public IEnumerable<string>? Values { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = await output.GetChildContentAsync();
        var choice = new ChoiceContext(Name, Id, Chosen());
        var boxes = Markup.Element("div", "govuk-checkboxes");
        foreach (var option in Options ?? [new FieldOption(Value, Label ?? "")])
        {
            boxes.InnerHtml.AppendHtml(ChoiceMarkup.Item("checkbox", choice, option, Markup.Nothing));
        }

        output.Attributes.SetAttribute("id", Id);
        Group(output, Options is null
            ? Markup.Element("div", null, HintAndErrors(), extra, boxes).With("role", DescribedBy is null ? null : "group").With("aria-describedby", DescribedBy)
            : Fieldset(HintAndErrors(), extra, boxes));
    }

    private HashSet<string> Chosen()
    {
        // An unticked box isn't posted: in a form that came back, absence is the answer.
        if (FieldState.PostedForm(ViewContext) is { } form)
        {
            return [.. form[Name].OfType<string>()];
        }

        return Options is not null ? [.. Values ?? []] : Checked ? [Value] : [];
    }
}
