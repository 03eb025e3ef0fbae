namespace Project06.BuildingBlocks.Rendering;

/// <summary>What an uploaded file is by its first bytes; its name and declared type don't count.</summary>
public enum UploadKind
{
    /// <summary>None of those below.</summary>
    Other,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>HEIC picture, as phones take.</summary>
    Heic,

    /// <summary>WebP picture.</summary>
    WebP,

    /// <summary>PDF document.</summary>
    Pdf,
}

/// <summary>Tells file types by their signature.</summary>
public static class UploadSignature
{
    /// <summary>The kind of a file from its first 16 bytes or more.</summary>
    public static UploadKind Sniff(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xFF, 0xD8, 0xFF, ..] => UploadKind.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => UploadKind.Png,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => UploadKind.Pdf,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                UploadKind.WebP,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when IsHeicBrand(start[8..]) => UploadKind.Heic,
            _ => UploadKind.Other,
        };

    /// <summary>The media type to serve or store for a kind.</summary>
    public static string MediaType(UploadKind kind) => kind switch
    {
        UploadKind.Jpeg => "image/jpeg",
        UploadKind.Png => "image/png",
        UploadKind.Heic => "image/heic",
        UploadKind.WebP => "image/webp",
        UploadKind.Pdf => "application/pdf",
        _ => "application/octet-stream",
    };

    // ISO/IEC 23008-12, annex B: HEVC-coded pictures; mif1 is what some phones write in first place.
    private static bool IsHeicBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("heix"u8) || brand.StartsWith("heim"u8)
        || brand.StartsWith("heis"u8) || brand.StartsWith("hevc"u8) || brand.StartsWith("mif1"u8);
}
