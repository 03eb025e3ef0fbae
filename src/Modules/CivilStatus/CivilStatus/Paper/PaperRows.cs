using Microsoft.AspNetCore.Html;

namespace Project06.CivilStatus.Paper;

/// <summary>Sections of a paper and the lines in them: Vietnamese label, English in small print, value.</summary>
internal static class PaperRows
{
    /// <summary>How much of a line a field takes, where the paper is wide enough.</summary>
    public const string Whole = "cert-whole", TwoThirds = "cert-two-thirds", Third = "cert-third";

    public static IHtmlContent Section(string title, string english, params IReadOnlyList<IHtmlContent> rows) => Html.Of(
        $"""<section class="cert-section"><h2>{title}<span lang="en">{english}</span></h2><dl>{Html.Join(rows)}</dl></section>""");

    public static IHtmlContent Row(string label, string english, string value, string width) =>
        Row(label, english, Html.Of($"{value}"), width);

    public static IHtmlContent Row(string label, string english, IHtmlContent value, string width) => Html.Of(
        $"""<div class="{width}"><dt>{label}<span lang="en">{english}</span></dt><dd>{value}</dd></div>""");

    public static IHtmlContent Name(string name) => Html.Of($"""<strong class="cert-name">{name}</strong>""");

    /// <summary>"Ủy ban nhân dân phường Cửa Nam, thành phố Hà Nội".</summary>
    public static string Committee(string unit, string province) => $"Ủy ban nhân dân {LowerFirst(unit)}, {LowerFirst(province)}";

    public static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
