using System.Globalization;

namespace Project06.BuildingBlocks.Signing;

/// <summary>A PDF file with its cross-reference read, table or stream (ISO 32000-1, 7.5), so that objects can be looked up.</summary>
internal sealed class PdfDocument
{
    private readonly Dictionary<int, (bool Packed, int Place, int Index)> _objects = [];
    private readonly Dictionary<int, PdfStream> _packs = [];

    public PdfDocument(ReadOnlyMemory<byte> file)
    {
        File = file;
        StartXref = FindStart();
        var (seen, next) = (new HashSet<int>(), StartXref);
        while (seen.Add(next))
        {
            var trailer = ReadSection(next, out var asStream);
            if (Trailer is null)
                (Trailer, HasXrefStream) = (trailer, asStream);
            if (trailer["XRefStm"] is not null && seen.Add(PdfFilters.Number(trailer, "XRefStm", 0)))
                ReadSection(PdfFilters.Number(trailer, "XRefStm", 0), out _);
            if (trailer["Prev"] is null)
                break;
            next = PdfFilters.Number(trailer, "Prev", -1);
        }
        if (Trailer!["Encrypt"] is not null)
            throw new PdfFormatException("An encrypted file isn't signed.");
    }

    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Where the newest cross-reference section begins.</summary>
    public int StartXref { get; }

    public PdfDictionary Trailer { get; } = null!;

    /// <summary>Whether that section is a stream; an update must then bring a stream too.</summary>
    public bool HasXrefStream { get; }

    public int Size => PdfFilters.Number(Trailer, "Size", 0);

    public PdfReference Root => Trailer["Root"] as PdfReference ?? throw new PdfFormatException("The file has no catalog.");

    public PdfDictionary Dictionary(PdfValue? value) =>
        Resolve(value) as PdfDictionary ?? throw new PdfFormatException("A dictionary was expected.");

    /// <summary>The value, or what the reference points to.</summary>
    public PdfValue? Resolve(PdfValue? value) => value is PdfReference reference ? Find(reference.Id) : value;

    /// <summary>References of all pages, in order.</summary>
    public List<PdfReference> Pages()
    {
        var pages = new List<PdfReference>();
        Walk(Dictionary(Root)["Pages"], 0);
        return pages;

        void Walk(PdfValue? node, int depth)
        {
            if (node is not PdfReference reference || depth > 40)
                throw new PdfFormatException("The page tree is broken.");
            var dictionary = Dictionary(reference);
            if (dictionary["Kids"] is not { } kids)
                pages.Add(reference);
            else
                foreach (var kid in ((PdfArray)Resolve(kids)!).Items)
                    Walk(kid, depth + 1);
        }
    }

    private PdfValue? Find(int number)
    {
        if (!_objects.TryGetValue(number, out var at))
            return null;
        if (!at.Packed)
            return At(at.Place).Indirect(LengthOf).Value;
        if (!_packs.TryGetValue(at.Place, out var pack))
            _packs[at.Place] = pack = Find(at.Place) as PdfStream ?? throw new PdfFormatException("An object stream is missing.");
        ReadOnlyMemory<byte> content = PdfFilters.Decode(pack);
        var heads = new PdfParser(content, 0);
        for (var i = 0; i < PdfFilters.Number(pack.Dictionary, "N", 0); i++)
        {
            var (found, offset) = (heads.Integer(), heads.Integer());
            if (found == number)
                return new PdfParser(content, PdfFilters.Number(pack.Dictionary, "First", 0) + offset).Value();
        }
        return null;
    }

    private int FindStart()
    {
        var tail = Math.Max(0, File.Length - 2048);
        var at = File.Span[tail..].LastIndexOf("startxref"u8);
        if (at < 0)
            throw new PdfFormatException("Not a PDF file, or its end is missing.");
        return At(tail + at + "startxref".Length).Integer();
    }

    private PdfDictionary ReadSection(int place, out bool asStream)
    {
        if (place < 0 || place >= File.Length)
            throw new PdfFormatException("A cross-reference lies outside the file.");
        var parser = At(place);
        asStream = !parser.TryKeyword("xref");
        return asStream ? ReadStream(place) : ReadTable(parser);
    }

    private PdfDictionary ReadTable(PdfParser parser)
    {
        while (!parser.TryKeyword("trailer"))
        {
            var (first, count) = (parser.Integer(), parser.Integer());
            for (var number = first; number < first + count; number++)
            {
                var offset = parser.Word();
                parser.Integer();
                if (parser.Word() == "n" && int.TryParse(offset, out var at))
                    _objects.TryAdd(number, (false, at, 0));
                else
                    _objects.TryAdd(number, (false, -1, 0));
            }
        }
        return (PdfDictionary)parser.Value();
    }

    private PdfDictionary ReadStream(int place)
    {
        if (At(place).Indirect(LengthOf).Value is not PdfStream stream || !stream.Dictionary.Is("Type", "XRef")
            || stream.Dictionary["W"] is not PdfArray { Items.Count: 3 } widths)
            throw new PdfFormatException("The cross-reference can't be read.");
        var (content, at) = (PdfFilters.Decode(stream), 0);
        var w = widths.Items.Select(i => int.Parse(i.ToString(), CultureInfo.InvariantCulture)).ToArray();
        var index = stream.Dictionary["Index"] is PdfArray given
            ? given.Items.Select(i => int.Parse(i.ToString(), CultureInfo.InvariantCulture)).ToArray()
            : [0, PdfFilters.Number(stream.Dictionary, "Size", 0)];
        for (var section = 0; section + 1 < index.Length; section += 2)
        {
            for (var number = index[section]; number < index[section] + index[section + 1]; number++)
            {
                if (at + w.Sum() > content.Length)
                    throw new PdfFormatException("The cross-reference is too short.");
                var kind = w[0] == 0 ? 1 : Field(w[0]);
                var (place1, place2) = (Field(w[1]), Field(w[2]));
                _objects.TryAdd(number, kind == 2 ? (true, place1, place2) : (false, kind == 1 ? place1 : -1, 0));
            }
        }
        return stream.Dictionary;

        int Field(int width)
        {
            var value = 0;
            for (var i = 0; i < width; i++)
                value = (value << 8) | content[at++];
            return value;
        }
    }

    private int LengthOf(PdfValue length) => Resolve(length) is PdfToken token && int.TryParse(token.Value, out var number)
        ? number : throw new PdfFormatException("A stream's length can't be read.");

    private PdfParser At(int place) => place >= 0 && place < File.Length
        ? new PdfParser(File, place) : throw new PdfFormatException("An object lies outside the file.");
}
