using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Project06.Ui.Forms;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;date-field&gt;</c>: day, month and year in boxes of their own.</summary>
[HtmlTargetElement("date-field")]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    /// <summary>A <see cref="DateOnly"/>, a <see cref="DateInput"/>, an ISO date or a year as text, or null.</summary>
    public object? Value { get; set; }

    /// <summary>day (all three), year (only the year is asked) or any (year alone is enough).</summary>
    public string Precision { get; set; } = "day";

    private DatePrecision Needed => Precision switch
    {
        "day" => DatePrecision.Day,
        "year" => DatePrecision.Year,
        "any" => DatePrecision.Any,
        _ => throw new InvalidOperationException($"A date is asked for by day, year or any, not '{Precision}'."),
    };

    /// <summary>bday for the reader's own birthday.</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = await output.GetChildContentAsync();
        var shown = Typed() ?? Known();
        if (Needed == DatePrecision.Year)
        {
            var year = Describe(Box("Year", 4, shown.Year, Errors.Count > 0)).Taking(output.Attributes);
            year.Attributes["id"] = Id;
            Group(output, Markup.Join(LabelFor(Id), HintAndErrors(), extra, year));
            return;
        }

        var wrong = Errors.Count > 0;
        var boxes = Markup.Element(
            "div",
            "govuk-date-input",
            Item("Day", 2, shown.Day, wrong && Blames(shown, "Day"), T["date.day"]),
            Item("Month", 2, shown.Month, wrong && Blames(shown, "Month"), T["date.month"]),
            Item("Year", 4, shown.Year, wrong && Blames(shown, "Year"), T["date.year"]));

        output.Attributes.SetAttribute("id", Id);
        Group(output, Fieldset(HintAndErrors(), extra, boxes));
    }

    private DateInput? Typed()
    {
        string? Part(string part) => FieldState.Typed(ViewContext, $"{Name}.{part}");

        var (day, month, year) = (Part("Day"), Part("Month"), Part("Year"));
        return day is null && month is null && year is null
            ? null
            : new DateInput(Blank(day), Blank(month), Blank(year), Needed);
    }

    private DateInput Known() => Value switch
    {
        null => DateInput.Empty,
        DateInput input => input with { Precision = Needed },
        DateOnly date => DateInput.From(date),
        int year => new DateInput(null, null, year.ToString(CultureInfo.InvariantCulture), Needed),
        string text => DateInput.Parse(text, precision: Needed),
        _ => throw new InvalidOperationException($"date-field can't show a {Value.GetType().Name}."),
    };

    /// <summary>Red where it helps: the part that is wrong, or all of them when the problem is the whole date.</summary>
    private static bool Blames(DateInput typed, string part) => typed.Problem switch
    {
        DateInputProblem.DayMissing or DateInputProblem.NoSuchDay => part == "Day",
        DateInputProblem.MonthMissing or DateInputProblem.NoSuchMonth => part == "Month",
        DateInputProblem.YearMissing or DateInputProblem.NoSuchYear => part == "Year",
        _ => true,
    };

    private IHtmlContent Item(string part, int letters, string? value, bool wrong, string label)
    {
        var id = $"{Id}-{part}";
        return Markup.Element(
            "div",
            "govuk-date-input__item",
            Markup.Element("label", "govuk-label govuk-date-input__label", label).With("for", id),
            Box(part, letters, value, wrong).With("id", id).With("aria-invalid", wrong ? "true" : null));
    }

    private TagBuilder Box(string part, int letters, string? value, bool wrong)
    {
        var width = letters.ToString(CultureInfo.InvariantCulture);
        return Markup.Empty("input", $"govuk-input govuk-date-input__input govuk-input--width-{width}{(wrong ? " govuk-input--error" : "")}")
            .With("name", $"{Name}.{part}")
            .With("type", "text")
            .With("inputmode", "numeric")
            .With("value", value)
            .With("autocomplete", Autocomplete is null ? "off" : $"{Autocomplete}-{part.ToLowerInvariant()}");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
