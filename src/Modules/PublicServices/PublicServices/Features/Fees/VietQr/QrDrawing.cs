using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A QR code as one SVG path: sharp at any size, and without an inline style that the content policy refuses.</summary>
internal static class QrDrawing
{
    public static IHtmlContent Of(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (!data.ModuleMatrix[y][x])
                    continue;
                var run = 1;
                while (x + run < size && data.ModuleMatrix[y][x + run])
                    run++;
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                x += run - 1;
            }
        }
        return new HtmlString(string.Create(CultureInfo.InvariantCulture, $"""
            <svg class="qr" width="240" height="240" viewBox="0 0 {size} {size}" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges"><path d="M0 0h{size}v{size}h-{size}z" fill="#fff"/><path d="{path}" fill="#000"/></svg>
            """));
    }
}
