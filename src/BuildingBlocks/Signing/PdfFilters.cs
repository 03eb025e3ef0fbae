using System.Globalization;
using System.IO.Compression;

namespace Project06.BuildingBlocks.Signing;

/// <summary>Undoes what cross-reference and object streams are packed with: deflate, with PNG's predictors.</summary>
internal static class PdfFilters
{
    private const int Largest = 64 << 20;

    public static byte[] Decode(PdfStream stream)
    {
        var content = stream.Dictionary["Filter"] switch
        {
            null => stream.Content.ToArray(),
            PdfToken { Value: "/FlateDecode" } => Inflate(stream.Content),
            PdfArray { Items: [PdfToken { Value: "/FlateDecode" }] } => Inflate(stream.Content),
            var other => throw new PdfFormatException($"Filter {other} isn't known here."),
        };
        var how = stream.Dictionary["DecodeParms"] switch
        {
            PdfDictionary one => one,
            PdfArray { Items: [PdfDictionary one] } => one,
            _ => null,
        };
        return Number(how, "Predictor", 1) switch
        {
            1 => content,
            >= 10 => Unpredict(content, Number(how, "Columns", 1) * Number(how, "Colors", 1) * Number(how, "BitsPerComponent", 8) / 8),
            var other => throw new PdfFormatException($"Predictor {other} isn't known here."),
        };
    }

    public static int Number(PdfDictionary? dictionary, string name, int otherwise) =>
        dictionary?[name] is PdfToken token && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static byte[] Inflate(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using var input = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            using var output = new MemoryStream();
            var buffer = new byte[16 << 10];
            for (int read; (read = input.Read(buffer)) > 0;)
            {
                if (output.Length + read > Largest)
                    throw new PdfFormatException("A stream unpacks to too much.");
                output.Write(buffer, 0, read);
            }
            return output.ToArray();
        }
        catch (InvalidDataException broken)
        {
            throw new PdfFormatException($"A stream can't be unpacked: {broken.Message}");
        }
    }

    private static byte[] Unpredict(byte[] rows, int width)
    {
        var count = width > 0 ? rows.Length / (width + 1) : throw new PdfFormatException("A predictor needs columns.");
        var result = new byte[count * width];
        for (var row = 0; row < count; row++)
        {
            var (from, to) = (row * (width + 1) + 1, row * width);
            for (var x = 0; x < width; x++)
            {
                var left = x > 0 ? result[to + x - 1] : 0;
                var up = row > 0 ? result[to - width + x] : 0;
                var upLeft = x > 0 && row > 0 ? result[to - width + x - 1] : 0;
                result[to + x] = (byte)(rows[from + x] + rows[from - 1] switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, upLeft),
                    var other => throw new PdfFormatException($"Row filter {other} isn't known."),
                });
            }
        }
        return result;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var guess = left + up - upLeft;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - upLeft));
        return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
}
