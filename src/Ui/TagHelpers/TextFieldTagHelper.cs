using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;text-field&gt;</c>: one line of text.</summary>
[HtmlTargetElement("text-field")]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>Shown unless the form comes back with something typed. Never shown for type="password".</summary>
    public string? Value { get; set; }

    /// <summary>type of the input.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 12, 20 or 30; else the whole column.</summary>
    public int? Width { get; set; }

    /// <summary>false for names, numbers, codes.</summary>
    public string? Spellcheck { get; set; }

    /// <summary>Shown before the input (a unit, a country code).</summary>
    public string? Prefix { get; set; }

    /// <summary>Shown after the input (a unit).</summary>
    public string? Suffix { get; set; }

    /// <summary>Offered while typing; anything else may be typed as well.</summary>
    public IEnumerable<string>? Suggestions { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = await output.GetChildContentAsync();
        var isPassword = string.Equals(Type, "password", StringComparison.OrdinalIgnoreCase);
        var value = isPassword ? null : FieldState.Typed(ViewContext, Name) ?? Value;

        var width = Width is { } letters ? $" govuk-input--width-{letters.ToString(CultureInfo.InvariantCulture)}" : "";
        var error = Errors.Count > 0 ? " govuk-input--error" : "";
        var input = Describe(Markup.Empty("input", $"govuk-input{width}{error}"))
            .With("id", Id)
            .With("name", Name)
            .With("type", Type)
            .With("value", value)
            .With("spellcheck", Spellcheck)
            .With("list", Suggestions is null ? null : Id + "-list")
            .Taking(output.Attributes);

        Group(output, Markup.Join(LabelFor(Id), HintAndErrors(), extra, Affixed(input), SuggestionList()));
    }

    private IHtmlContent Affixed(IHtmlContent input) => Prefix is null && Suffix is null
        ? input
        : Markup.Element("div", "govuk-input__wrapper", Affix("prefix", Prefix), input, Affix("suffix", Suffix));

    private static IHtmlContent Affix(string side, string? text) => string.IsNullOrEmpty(text)
        ? Markup.Nothing
        : Markup.Element("div", "govuk-input__" + side, text).With("aria-hidden", "true");

    private IHtmlContent SuggestionList()
    {
        if (Suggestions is null)
        {
            return Markup.Nothing;
        }

        var list = Markup.Element("datalist").With("id", Id + "-list");
        foreach (var suggestion in Suggestions)
        {
            list.InnerHtml.AppendHtml(Markup.Element("option").With("value", suggestion));
        }

        return list;
    }
}
