using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>A paper that was downloaded: what it says, where its QR leads, and what a reader of signatures says of it.</summary>
internal sealed record Printed(string Text, string Address, string Signature);

/// <summary>Papers as people get them.</summary>
internal static class PaperSteps
{
    /// <summary>Downloads what a link to a PDF of one page gives, and reads it with other programs.</summary>
    public static async Task<Printed> DownloadPaperAsync(this Visitor visitor, ILocator link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var folder = Directory.CreateTempSubdirectory("p06-paper-").FullName;
        var file = Path.Combine(folder, "paper.pdf");
        File.Copy(await download.PathAsync(), file);
        var text = (await Programs.RunAsync("pdftotext", "-layout", file, "-")).Normalize();
        await Programs.RunAsync("pdftoppm", "-r", "150", "-png", file, Path.Combine(folder, "page"));
        var page = Assert.Single(Directory.GetFiles(folder, "page*.png"));
        if (Environment.GetEnvironmentVariable("P06_SCREENSHOTS") is { Length: > 0 } pictures)
            File.Copy(page, Path.Combine(Directory.CreateDirectory(pictures).FullName, download.SuggestedFilename + ".png"), overwrite: true);
        var address = await Programs.RunAsync("zbarimg", "--quiet", "--raw", page);
        var signature = await Programs.RunAsync("pdfsig", file);
        Directory.Delete(folder, recursive: true);
        return new(text, new Uri(address.Trim().Split('\n')[0]).AbsolutePath, signature);
    }

    /// <summary>Opens a dossier's result from its page.</summary>
    public static async Task OpenResultAsync(this Visitor citizen, string code, string start)
    {
        await citizen.GoAsync($"/dossiers/{code}");
        var link = citizen.Page.Locator("main a[href*='/results/']");
        if (await link.CountAsync() == 0)
            Assert.Fail($"No result yet: {await citizen.TextAsync()}");
        await citizen.LeaveByAsync(link.Last, start);
        Assert.StartsWith(start, citizen.At, StringComparison.Ordinal);
    }

    /// <summary>Takes a picture, when pictures are asked for.</summary>
    public static async Task ShootAsync(this Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("P06_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        await visitor.PictureAsync(Path.Combine(folder, name + ".jpg"));
    }
}
