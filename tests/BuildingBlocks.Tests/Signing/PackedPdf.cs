using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Project06.BuildingBlocks.Tests.Signing;

/// <summary>A small file of the newer kind: objects in an object stream, a cross-reference stream with a predictor.</summary>
internal static class PackedPdf
{
    public static byte[] Write()
    {
        using var output = new MemoryStream();
        var offsets = new long[7];
        Text(output, "%PDF-1.7\n");
        offsets[4] = output.Position;
        const string words = "BT /F1 24 Tf 50 700 Td (Xin chao) Tj ET";
        Text(output, $"4 0 obj\n<</Length {words.Length}>>\nstream\n{words}\nendstream\nendobj\n");

        string[] packed =
        [
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/DA(\\(x\\))>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        ];
        var heads = new StringBuilder();
        for (int i = 0, at = 0; i < packed.Length; at += packed[i++].Length + 1)
            heads.Append(CultureInfo.InvariantCulture, $"{i + 1} {at} ");
        var pack = Deflate(Encoding.Latin1.GetBytes(heads + string.Join('\n', packed)));
        offsets[5] = output.Position;
        Text(output, $"5 0 obj\n<</Type/ObjStm/N 3/First {heads.Length}/Filter/FlateDecode/Length {pack.Length}>>\nstream\n");
        output.Write(pack);
        Text(output, "\nendstream\nendobj\n");

        offsets[6] = output.Position;
        byte[][] rows = [[0, 0, 0, 0], [2, 0, 5, 0], [2, 0, 5, 1], [2, 0, 5, 2], Plain(offsets[4]), Plain(offsets[5]), Plain(offsets[6])];
        var table = Deflate([.. rows.SelectMany((row, i) => row.Select((b, x) => (byte)(b - (i > 0 ? rows[i - 1][x] : 0))).Prepend((byte)2))]);
        Text(output, $"6 0 obj\n<</Type/XRef/Size 7/Root 1 0 R/W[1 2 1]/Filter[/FlateDecode]/DecodeParms[<</Predictor 12/Columns 4>>]/Length {table.Length}>>\nstream\n");
        output.Write(table);
        Text(output, $"\nendstream\nendobj\nstartxref\n{offsets[6]}\n%%EOF");
        return output.ToArray();
    }

    private static byte[] Plain(long offset) => [1, (byte)(offset >> 8), (byte)offset, 0];

    private static byte[] Deflate(byte[] content)
    {
        using var output = new MemoryStream();
        using (var packer = new ZLibStream(output, CompressionLevel.SmallestSize))
            packer.Write(content);
        return output.ToArray();
    }

    private static void Text(MemoryStream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
