namespace Project06.BuildingBlocks.Rendering;

/// <summary>Limits and tools of picture and PDF work; bound to the configuration section "Rendering".</summary>
public sealed class RenderingOptions
{
    /// <summary>Path of Chromium; null looks on PATH for chromium, chromium-browser and google-chrome.</summary>
    public string? Chromium { get; set; }

    /// <summary>Path of libvips' command; null looks on PATH. <c>vipsheader</c> is expected beside it.</summary>
    public string? Vips { get; set; }

    /// <summary>Path of poppler's <c>pdftoppm</c>; null looks on PATH. <c>pdfinfo</c> is expected beside it.</summary>
    public string? PdfToPpm { get; set; }

    /// <summary>System user for the tools when this program runs as root; null takes "project06-render", else "nobody".</summary>
    public string? User { get; set; }

    /// <summary>Largest accepted upload in bytes.</summary>
    public int MaxUploadBytes { get; set; } = 10 << 20;

    /// <summary>Largest accepted picture in pixels (width × height): a small file may unpack to gigabytes.</summary>
    public long MaxPixels { get; set; } = 120_000_000;

    /// <summary>Longer side of a rendition in pixels; smaller pictures aren't enlarged.</summary>
    public int RenditionSide { get; set; } = 2000;

    /// <summary>Largest accepted number of pages of an uploaded PDF.</summary>
    public int MaxPages { get; set; } = 20;

    /// <summary>Time for one conversion of an upload.</summary>
    public TimeSpan ConversionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Address space of one conversion in bytes.</summary>
    public long ConversionMemory { get; set; } = 2L << 30;

    /// <summary>Time for printing one PDF, waiting for a turn not included.</summary>
    public TimeSpan PrintTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many PDFs are printed at a time; a browser takes some 150 MB.</summary>
    public int PrintsAtOnce { get; set; } = 2;

    /// <summary>How many uploads are converted at a time.</summary>
    public int ConversionsAtOnce { get; set; } = 2;
}
