using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Project06.Ui.Forms;

/// <summary>What to say when three boxes make no date. Injected.</summary>
public sealed class DateInputErrors
{
    private readonly IStringLocalizer<Texts> texts;

    internal DateInputErrors(IStringLocalizer<Texts> texts) => this.texts = texts;

    /// <summary>A sentence that says what is missing or wrong and how it should be; null when nothing is.</summary>
    public string? Text(DateInput input) => input.Problem switch
    {
        DateInputProblem.None => null,
        DateInputProblem.DayMissing => texts["date.day-missing"],
        DateInputProblem.MonthMissing => texts["date.month-missing"],
        DateInputProblem.YearMissing => texts["date.year-missing"],
        DateInputProblem.NoSuchMonth => texts["date.no-such-month"],
        DateInputProblem.NoSuchYear => texts["date.no-such-year"],
        DateInputProblem.NoSuchDay => NoSuchDay(input.MonthNumber!.Value, input.YearNumber!.Value),
        _ => throw new InvalidOperationException($"No text for {input.Problem}."),
    };

    /// <summary>Puts the sentence at the field; true when there was something to say.</summary>
    public bool AddTo(ModelStateDictionary state, string name, DateInput input)
    {
        if (Text(input) is not { } text)
        {
            return false;
        }

        state.AddModelError(name, text);
        return true;
    }

    private string NoSuchDay(int month, int year) => texts[
        "date.no-such-day",
        string.Create(CultureInfo.InvariantCulture, $"{month}/{year}"),
        DateTime.DaysInMonth(year, month)];
}
