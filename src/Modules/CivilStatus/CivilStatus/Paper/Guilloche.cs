using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Project06.CivilStatus.Paper;

/// <summary>
/// The certificate's border: interlaced waves and, in the corners, the rings and fourteen rays of a Đông Sơn drum.
/// Our own drawing; no state emblem. In millimetres of an A4 page.
/// </summary>
internal static class Guilloche
{
    private const double Width = 210, Height = 297, Inset = 9, Corner = 11;
    private const int Rays = 14;

    private static readonly Lazy<IHtmlContent> Drawing = new(Draw);

    public static IHtmlContent Border => Drawing.Value;

    private static IHtmlContent Draw()
    {
        var waves = new StringBuilder();
        foreach (var height in new[] { 1.1, 2.2, -1.1, -2.2 })
        {
            Wave(waves, Inset + Corner, Inset, Width - 2 * (Inset + Corner), height, along: true);
            Wave(waves, Inset + Corner, Height - Inset, Width - 2 * (Inset + Corner), height, along: true);
            Wave(waves, Inset, Inset + Corner, Height - 2 * (Inset + Corner), height, along: false);
            Wave(waves, Width - Inset, Inset + Corner, Height - 2 * (Inset + Corner), height, along: false);
        }
        var drums = new StringBuilder();
        foreach (var (x, y) in new[]
                 {
                     (Inset + 2, Inset + 2), (Width - Inset - 2, Inset + 2), (Inset + 2, Height - Inset - 2), (Width - Inset - 2, Height - Inset - 2),
                 })
            Drum(drums, x, y);
        return new HtmlString(string.Create(CultureInfo.InvariantCulture, $"""
            <svg class="cert-border" viewBox="0 0 210 297" preserveAspectRatio="none" aria-hidden="true" focusable="false" fill="none" stroke="#c8972b"><path stroke-width=".22" d="{waves}"/><path stroke-width=".3" stroke="#5c1322" d="M14 14H196V283H14Z"/><path stroke-width=".25" d="{drums}"/></svg>
            """));
    }

    // Half waves by smooth quadratic curves: each T mirrors the one before.
    private static void Wave(StringBuilder path, double x, double y, double length, double height, bool along)
    {
        var halves = (int)Math.Round(length / 5);
        var step = length / halves;
        path.Append(CultureInfo.InvariantCulture, $"M{x:0.##} {y:0.##}");
        path.Append(along
            ? string.Create(CultureInfo.InvariantCulture, $"q{step / 2:0.###} {height * 2:0.##} {step:0.###} 0")
            : string.Create(CultureInfo.InvariantCulture, $"q{height * 2:0.##} {step / 2:0.###} 0 {step:0.###}"));
        for (var i = 1; i < halves; i++)
            path.Append(along
                ? string.Create(CultureInfo.InvariantCulture, $"t{step:0.###} 0")
                : string.Create(CultureInfo.InvariantCulture, $"t0 {step:0.###}"));
    }

    private static void Drum(StringBuilder path, double x, double y)
    {
        foreach (var radius in new[] { 1.2, 3.6, 4.3, 6.2 })
            path.Append(CultureInfo.InvariantCulture,
                $"M{x - radius:0.##} {y:0.##}a{radius} {radius} 0 1 0 {2 * radius:0.##} 0a{radius} {radius} 0 1 0 {-2 * radius:0.##} 0");
        for (var ray = 0; ray < Rays; ray++)
        {
            var angle = 2 * Math.PI * ray / Rays;
            path.Append(CultureInfo.InvariantCulture,
                $"M{x + 1.2 * Math.Cos(angle):0.##} {y + 1.2 * Math.Sin(angle):0.##}L{x + 3.6 * Math.Cos(angle):0.##} {y + 3.6 * Math.Sin(angle):0.##}");
            var (from, to) = (angle - 0.12, angle + 0.12);
            path.Append(CultureInfo.InvariantCulture,
                $"M{x + 4.3 * Math.Cos(from):0.##} {y + 4.3 * Math.Sin(from):0.##}L{x + 6.2 * Math.Cos(angle):0.##} {y + 6.2 * Math.Sin(angle):0.##}L{x + 4.3 * Math.Cos(to):0.##} {y + 4.3 * Math.Sin(to):0.##}");
        }
    }
}
