using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>Photographs of papers that nobody holds, made by the browser itself.</summary>
internal static class Papers
{
    /// <summary>A birth notice, of any kind a phone or scanner makes.</summary>
    public static async Task<FilePayload> BirthNoticeAsync(Site site, string kind = "jpeg")
    {
        await using var context = await site.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 600, Height = 840 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync("""
            <body style="font: 20px sans-serif; padding: 40px; background: #fdfcf7">
            <p style="color: #a00">DỮ LIỆU MẪU</p><h1>GIẤY CHỨNG SINH</h1>
            <p>Số: 00123.GCS.00001.26</p><p>Con gái, nặng 3.100 g, sinh tại Bệnh viện Mẫu</p></body>
            """);
        return kind switch
        {
            "jpeg" => new() { Name = "giay-chung-sinh.jpg", MimeType = "image/jpeg", Buffer = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg }) },
            "png" => new() { Name = "giấy chứng sinh.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() },
            "pdf" => new() { Name = "giay-chung-sinh.pdf", MimeType = "application/pdf", Buffer = await page.PdfAsync() },
            "heic" => new() { Name = "IMG_0001.HEIC", MimeType = "image/heic", Buffer = await HeicAsync(await page.ScreenshotAsync()) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static async Task<byte[]> HeicAsync(byte[] png)
    {
        var folder = Directory.CreateTempSubdirectory("p06-heic-");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "a.png"), Path.Combine(folder.FullName, "a.heic"));
            await File.WriteAllBytesAsync(from, png);
            await Programs.RunAsync("vips", "heifsave", from, to);
            return await File.ReadAllBytesAsync(to);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
