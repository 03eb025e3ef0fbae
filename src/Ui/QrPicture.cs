using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Project06.Ui;

/// <summary>A QR code as one SVG path: sharp at any size, on screen and on paper, and without an inline style that the content policy refuses.</summary>
public static class QrPicture
{
    // Vietnamese stays readable in the file; only what markup needs is escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The picture of a text, with a quiet zone of four modules around it.</summary>
    /// <param name="text">What a camera reads.</param>
    /// <param name="label">What those hear who don't see it.</param>
    /// <param name="cssClass">A class whose style says how large it is; or none, and <paramref name="size"/> says it.</param>
    /// <param name="size">Width and height in CSS pixels.</param>
    public static IHtmlContent Of(string text, string label, string? cssClass = null, int? size = null)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < modules; y++)
        {
            for (var x = 0; x < modules; x++)
            {
                if (!data.ModuleMatrix[y][x])
                    continue;
                var run = 1;
                while (x + run < modules && data.ModuleMatrix[y][x + run])
                    run++;
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                x += run - 1;
            }
        }
        var looks = (cssClass is null ? "" : $" class=\"{cssClass}\"")
            + (size is null ? "" : string.Create(CultureInfo.InvariantCulture, $" width=\"{size}\" height=\"{size}\""));
        return new HtmlString(string.Create(CultureInfo.InvariantCulture, $"""
            <svg{looks} viewBox="0 0 {modules} {modules}" role="img" aria-label="{Encoder.Encode(label)}" shape-rendering="crispEdges"><path d="M0 0h{modules}v{modules}h-{modules}z" fill="#fff"/><path d="{path}" fill="#000"/></svg>
            """));
    }
}
