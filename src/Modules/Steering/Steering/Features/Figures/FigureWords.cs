using System.Globalization;
using Microsoft.Extensions.Localization;
using Project06.Steering.Data;
using Project06.Steering.Domain;

namespace Project06.Steering.Features.Figures;

/// <summary>Figures in words, in the reader's language: 1.234 in Vietnamese, 1,234 in English.</summary>
internal sealed class FigureWords(IStringLocalizer<Texts> texts)
{
    // Less than this is no change: the page shows one digit after the comma.
    private const decimal Visible = 0.05m;

    public string Name(string figure) => figure switch
    {
        Domain.Figures.Received => texts["figure.received"],
        Domain.Figures.InTime => texts["figure.in-time"],
        Domain.Figures.Online => texts["figure.online"],
        _ => texts["figure.hours"],
    };

    /// <summary>How it is counted.</summary>
    public string Meaning(string figure) => figure switch
    {
        Domain.Figures.Received => texts["meaning.received"],
        Domain.Figures.InTime => texts["meaning.in-time"],
        Domain.Figures.Online => texts["meaning.online"],
        _ => texts["meaning.hours"],
    };

    public string PeriodName(string code) => code switch
    {
        Period.Days30 => texts["period.30"],
        Period.Year => texts["period.year"],
        _ => texts["period.month"],
    };

    public string Compared(string code) => code switch
    {
        Period.Days30 => texts["compared.30"],
        Period.Year => texts["compared.year"],
        _ => texts["compared.month"],
    };

    public string Value(string figure, decimal? value) => value is { } known
        ? figure switch
        {
            Domain.Figures.Received => Number(known, "N0"),
            Domain.Figures.Hours => texts["value.hours", Number(known, "N1")],
            _ => Percent(known),
        }
        : texts["value.none"];

    public string Target(Target target) => texts["target.at-least", Percent(target.AtLeast)];

    /// <summary>The change against the earlier period: its words, its arrow and whether it is welcome.</summary>
    public (string Text, string Css) Trend(string figure, CountedPlace place)
    {
        if (place.Now.Value(figure) is not { } now || place.Earlier.Value(figure) is not { } earlier)
            return (texts["trend.unknown"], "");
        var change = figure is Domain.Figures.InTime or Domain.Figures.Online ? (now - earlier) * 100 : now - earlier;
        if (Math.Abs(change) < Visible)
            return (texts["trend.same"], "");
        var up = change > 0;
        var size = Math.Abs(change);
        string amount = figure switch
        {
            Domain.Figures.Received => Number(size, "N0"),
            Domain.Figures.Hours => texts["value.hours", Number(size, "N1")],
            _ => texts["value.points", Number(size, "N1")],
        };
        // More dossiers is neither good nor bad.
        var verdict = figure == Domain.Figures.Received ? "" : up == (figure != Domain.Figures.Hours) ? " good" : " bad";
        return (up ? texts["trend.up", amount] : texts["trend.down", amount], (up ? "up" : "down") + verdict);
    }

    private static string Percent(decimal share) => Number(share * 100, "#,0.#") + "%";

    private static string Number(decimal value, string format) => value.ToString(format, CultureInfo.CurrentCulture);
}
