using System.Globalization;
using System.Text;

namespace Project06.BuildingBlocks.Signing;

/// <summary>
/// An incremental update: new and changed objects behind what is there, whose bytes stay as they are (ISO 32000-1,
/// 7.5.6), so that earlier signatures go on holding.
/// </summary>
internal sealed class PdfUpdate(PdfDocument document)
{
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private int _next = document.Size;

    public PdfReference Add(PdfValue value)
    {
        var reference = new PdfReference(_next++, 0);
        Set(reference, value);
        return reference;
    }

    public PdfReference AddStream(PdfDictionary dictionary, string content)
    {
        var reference = new PdfReference(_next++, 0);
        var bytes = Encoding.Latin1.GetBytes(content);
        _objects[reference.Id] = Encoding.Latin1.GetBytes(
            $"{dictionary.With("Length", PdfValue.Number(bytes.Length))}\nstream\n{content}\nendstream");
        return reference;
    }

    public void Set(PdfReference reference, PdfValue value) => _objects[reference.Id] = Encoding.Latin1.GetBytes(value.ToString());

    /// <summary>The whole file with the update behind it.</summary>
    public byte[] Append()
    {
        using var output = new MemoryStream(document.File.Length + (64 << 10));
        output.Write(document.File.Span);
        Write(output, "\n");
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, bytes) in _objects)
        {
            offsets[number] = output.Position;
            Write(output, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
            output.Write(bytes);
            Write(output, "\nendobj\n");
        }
        var start = output.Position;
        if (document.HasXrefStream)
            WriteStream(output, offsets, start);
        else
            WriteTable(output, offsets);
        Write(output, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return output.ToArray();
    }

    private void WriteTable(MemoryStream output, SortedDictionary<int, long> offsets)
    {
        Write(output, "xref\n");
        foreach (var (first, places) in Sections(offsets))
        {
            Write(output, string.Create(CultureInfo.InvariantCulture, $"{first} {places.Count}\n"));
            foreach (var place in places)
                Write(output, string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        }
        Write(output, $"trailer\n{Trailer(_next)}\n");
    }

    private void WriteStream(MemoryStream output, SortedDictionary<int, long> offsets, long start)
    {
        var own = _next++;
        offsets[own] = start;
        using var rows = new MemoryStream();
        var index = new List<PdfValue>();
        foreach (var (first, places) in Sections(offsets))
        {
            index.AddRange([PdfValue.Number(first), PdfValue.Number(places.Count)]);
            foreach (var place in places)
                rows.Write([1, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, 0, 0]);
        }
        var dictionary = Trailer(_next)
            .With("Type", new PdfToken("/XRef"))
            .With("W", new PdfArray([PdfValue.Number(1), PdfValue.Number(4), PdfValue.Number(2)]))
            .With("Index", new PdfArray(index))
            .With("Length", PdfValue.Number(rows.Length));
        Write(output, string.Create(CultureInfo.InvariantCulture, $"{own} 0 obj\n{dictionary}\nstream\n"));
        output.Write(rows.ToArray());
        Write(output, "\nendstream\nendobj\n");
    }

    private PdfDictionary Trailer(int size)
    {
        var trailer = new PdfDictionary(
            ("Size", PdfValue.Number(size)), ("Root", document.Root), ("Prev", PdfValue.Number(document.StartXref)));
        foreach (var name in new[] { "Info", "ID" })
        {
            if (document.Trailer[name] is { } kept)
                trailer = trailer.With(name, kept);
        }
        return trailer;
    }

    private static IEnumerable<(int First, List<long> Places)> Sections(SortedDictionary<int, long> offsets)
    {
        (int First, List<long> Places)? open = null;
        foreach (var (number, place) in offsets)
        {
            if (open is { } section && section.First + section.Places.Count == number)
            {
                section.Places.Add(place);
                continue;
            }
            if (open is { } done)
                yield return done;
            open = (number, [place]);
        }
        if (open is { } last)
            yield return last;
    }

    private static void Write(MemoryStream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
