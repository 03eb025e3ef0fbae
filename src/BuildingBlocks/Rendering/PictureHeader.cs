using System.Buffers.Binary;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>What a picture says of itself before any of its points is unpacked.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="HasProfile">Whether its colours need a profile to be read.</param>
internal sealed record PictureHeader(int Width, int Height, bool HasProfile)
{
    /// <summary>Reads JPEG, PNG and WebP; null for others and for what isn't as it should be.</summary>
    public static PictureHeader? Read(UploadKind kind, ReadOnlySpan<byte> picture) => kind switch
    {
        UploadKind.Jpeg => ReadJpeg(picture),
        UploadKind.Png => ReadPng(picture),
        UploadKind.WebP => ReadWebP(picture),
        _ => null,
    };

    // Segments up to the first scan (ITU T.81, annex B).
    private static PictureHeader? ReadJpeg(ReadOnlySpan<byte> jpeg)
    {
        var profile = false;
        (int Width, int Height)? size = null;
        for (var at = 2; at + 10 < jpeg.Length && jpeg[at] == 0xFF;)
        {
            var marker = jpeg[at + 1];
            switch (marker)
            {
                case 0xFF: // padding
                    at++;
                    continue;
                case 0xDA:
                    return size is { Width: > 0, Height: > 0 } found ? new PictureHeader(found.Width, found.Height, profile) : null;
                case 0xE2:
                    profile |= jpeg[(at + 4)..].StartsWith("ICC_PROFILE\0"u8);
                    break;
                // SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which lie among them.
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    size = (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
                    break;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return null;
    }

    // Chunks up to the picture's data (ISO/IEC 15948).
    private static PictureHeader? ReadPng(ReadOnlySpan<byte> png)
    {
        if (png.Length < 33 || !png[12..].StartsWith("IHDR"u8))
        {
            return null;
        }

        var profile = false;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
        for (var at = 33L; at + 8 <= png.Length && !png[(int)(at + 4)..].StartsWith("IDAT"u8); at += 12L + BinaryPrimitives.ReadUInt32BigEndian(png[(int)at..]))
        {
            profile |= png[(int)(at + 4)..].StartsWith("iCCP"u8);
        }

        return width > 0 && height > 0 ? new PictureHeader(width, height, profile) : null;
    }

    // The extended form says all; the simple ones have no profile (RFC 9649).
    private static PictureHeader? ReadWebP(ReadOnlySpan<byte> webp)
    {
        if (webp.Length < 30)
        {
            return null;
        }

        if (webp[12..].StartsWith("VP8X"u8))
        {
            return new PictureHeader(1 + Read24(webp[24..]), 1 + Read24(webp[27..]), (webp[20] & 0x20) != 0);
        }

        if (webp[12..].StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(webp[21..]);
            return new PictureHeader(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), HasProfile: false);
        }

        return webp[12..].StartsWith("VP8 "u8) && webp[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? new PictureHeader(
                BinaryPrimitives.ReadUInt16LittleEndian(webp[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(webp[28..]) & 0x3FFF, HasProfile: false)
            : null;
    }

    private static int Read24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
