using System.Buffers.Binary;
using System.IO.Compression;

namespace Project06.Benchmarks.Journeys;

/// <summary>A picture to upload: grey stripes on white, no real paper.</summary>
internal static class SamplePhoto
{
    /// <summary>A PNG of 1240 × 1754 points.</summary>
    public static byte[] Png { get; } = Make(1240, 1754);

    private static byte[] Make(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a point; colour type 0 is grey
        Chunk(file, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                row.AsSpan(1).Fill((byte)(y / 30 % 3 == 1 ? 90 : 245));
                zlib.Write(row);
            }
        }
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        var crc = new Crc();
        crc.Append(name);
        crc.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.Value);
        file.Write(number);
    }

    private struct Crc()
    {
        private uint _state = uint.MaxValue;

        public readonly uint Value => ~_state;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            foreach (var b in bytes)
            {
                _state ^= b;
                for (var bit = 0; bit < 8; bit++)
                    _state = (_state & 1) == 1 ? (_state >> 1) ^ 0xEDB88320 : _state >> 1;
            }
        }
    }
}
