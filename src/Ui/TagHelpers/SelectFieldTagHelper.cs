using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;select-field&gt;</c>: one of many answers, from <c>options</c> or <c>&lt;select-option&gt;</c> children.</summary>
[HtmlTargetElement("select-field")]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    /// <summary>The answer shown, unless the form comes back with another.</summary>
    public string? Value { get; set; }

    /// <summary>The answers, where they come from data.</summary>
    public IEnumerable<FieldOption>? Options { get; set; }

    /// <summary>Text of the empty first answer; "" leaves it out. Null: "Chọn" while nothing is chosen.</summary>
    public string? EmptyText { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = FieldState.Typed(ViewContext, Name) ?? Value;
        context.Items[typeof(ChoiceContext)] =
            new ChoiceContext(Name, Id, chosen is null ? new HashSet<string>() : new HashSet<string> { chosen });
        var children = await output.GetChildContentAsync();

        var select = Describe(Markup.Element("select", Errors.Count > 0 ? "govuk-select govuk-select--error" : "govuk-select"))
            .With("id", Id)
            .With("name", Name)
            .Taking(output.Attributes);
        if ((EmptyText ?? (string.IsNullOrEmpty(chosen) ? T["field.choose"].Value : "")) is { Length: > 0 } empty)
        {
            select.InnerHtml.AppendHtml(Option(new FieldOption("", empty), isChosen: false));
        }

        foreach (var option in Options ?? [])
        {
            select.InnerHtml.AppendHtml(Option(option, string.Equals(option.Value, chosen, StringComparison.Ordinal)));
        }

        select.InnerHtml.AppendHtml(children);
        Group(output, Markup.Join(LabelFor(Id), HintAndErrors(), select));
    }

    internal static IHtmlContent Option(FieldOption option, bool isChosen) => Markup.Element("option", null, option.Text)
        .With("value", option.Value)
        .WithFlag("selected", isChosen);
}

/// <summary><c>&lt;select-option&gt;</c> inside <c>&lt;select-field&gt;</c>.</summary>
[HtmlTargetElement("select-option", ParentTag = "select-field")]
public sealed class SelectOptionTagHelper : TagHelper
{
    /// <summary>What is posted.</summary>
    public string Value { get; set; } = "";

    /// <summary>What is read.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var choice = ChoiceContext.Of(context, "select-option");
        output.TagName = null;
        output.Content.SetHtmlContent(
            SelectFieldTagHelper.Option(new FieldOption(Value, Text), choice.Chosen.Contains(Value)));
    }
}
