using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;radio-field&gt;</c>: one of a few answers, from <c>options</c> or <c>&lt;radio-option&gt;</c> children.</summary>
[HtmlTargetElement("radio-field")]
public sealed class RadioFieldTagHelper : FieldTagHelper
{
    /// <summary>The answer shown, unless the form comes back with another.</summary>
    public string? Value { get; set; }

    /// <summary>The answers, where they come from data.</summary>
    public IEnumerable<FieldOption>? Options { get; set; }

    /// <summary>Side by side, for two short answers.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = FieldState.Typed(ViewContext, Name) ?? Value;
        var choice = new ChoiceContext(Name, Id, chosen is null ? new HashSet<string>() : new HashSet<string> { chosen });
        context.Items[typeof(ChoiceContext)] = choice;
        var children = await output.GetChildContentAsync();

        var radios = Markup.Element("div", Inline ? "govuk-radios govuk-radios--inline" : "govuk-radios");
        foreach (var option in Options ?? [])
        {
            radios.InnerHtml.AppendHtml(ChoiceMarkup.Item("radio", choice, option, Markup.Nothing));
        }

        radios.InnerHtml.AppendHtml(children);
        output.Attributes.SetAttribute("id", Id);
        Group(output, Fieldset(HintAndErrors(), radios));
    }
}

/// <summary><c>&lt;radio-option&gt;</c>: its child content shows only while it is chosen.</summary>
[HtmlTargetElement("radio-option", ParentTag = "radio-field")]
public sealed class RadioOptionTagHelper : TagHelper
{
    /// <summary>What is posted.</summary>
    public string Value { get; set; } = "";

    /// <summary>What is read.</summary>
    public string Text { get; set; } = "";

    /// <summary>A line under the text.</summary>
    public string? Hint { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choice = ChoiceContext.Of(context, "radio-option");
        var revealed = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(ChoiceMarkup.Item(
            "radio", choice, new FieldOption(Value, Text, Hint), revealed.IsEmptyOrWhiteSpace ? Markup.Nothing : revealed));
    }
}

internal static class ChoiceMarkup
{
    /// <summary>A radio button or a tick box with its label, hint and what it reveals.</summary>
    public static IHtmlContent Item(string type, ChoiceContext choice, FieldOption option, IHtmlContent revealed)
    {
        var block = type == "radio" ? "govuk-radios" : "govuk-checkboxes";
        var id = choice.NextId();
        var hint = string.IsNullOrEmpty(option.Hint) ? null : option.Hint;
        var input = Markup.Empty("input", block + "__input")
            .With("id", id)
            .With("name", choice.Name)
            .With("type", type)
            .With("value", option.Value)
            .With("aria-describedby", hint is null ? null : id + "-hint")
            .WithFlag("checked", choice.Chosen.Contains(option.Value));
        var item = Markup.Element(
            "div",
            block + "__item",
            input,
            Markup.Element("label", $"govuk-label {block}__label", option.Text).With("for", id),
            hint is null ? null : Markup.Element("div", $"govuk-hint {block}__hint", hint).With("id", id + "-hint"));
        return ReferenceEquals(revealed, Markup.Nothing)
            ? item
            : Markup.Join(item, Markup.Element("div", block + "__conditional reveal", revealed));
    }
}
