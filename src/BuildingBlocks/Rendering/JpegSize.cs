using System.Buffers.Binary;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>Reads width and height from a JPEG's frame header.</summary>
internal static class JpegSize
{
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 9 < jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            // SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which lie among them.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return null;
    }
}
