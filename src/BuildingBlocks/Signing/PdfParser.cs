using System.Globalization;
using System.Text;

namespace Project06.BuildingBlocks.Signing;

/// <summary>Reads values at a place of a PDF file (ISO 32000-1, 7.3).</summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> file, int position)
{
    private const int Deepest = 60;
    private int _depth;

    public int Position { get; private set; } = position;

    private ReadOnlySpan<byte> Bytes => file.Span;

    public PdfValue Value()
    {
        SkipSpace();
        if (++_depth > Deepest)
            throw new PdfFormatException("Values are nested too deep.");
        var value = Peek() switch
        {
            (byte)'<' when Peek(1) == '<' => Dictionary(),
            (byte)'<' => Until((byte)'>'),
            (byte)'(' => Literal(),
            (byte)'[' => Array(),
            (byte)'/' => new PdfToken("/" + Name()),
            _ => NumberReferenceOrWord(),
        };
        _depth--;
        return value;
    }

    /// <summary>An object "n g obj … endobj"; a stream's length may lie in another object.</summary>
    public (int Number, PdfValue Value) Indirect(Func<PdfValue, int> lengthOf)
    {
        var number = Integer();
        Integer();
        Expect("obj");
        var value = Value();
        SkipSpace();
        if (value is not PdfDictionary dictionary || !Ahead("stream"))
            return (number, value);
        Position += "stream".Length;
        if (Peek() == '\r')
            Position++;
        if (Peek() == '\n')
            Position++;
        var length = lengthOf(dictionary["Length"] ?? throw new PdfFormatException("A stream has no length."));
        if (length < 0 || length > file.Length - Position)
            throw new PdfFormatException("A stream is longer than its file.");
        return (number, new PdfStream(dictionary, file.Slice(Position, length)));
    }

    public int Integer()
    {
        SkipSpace();
        return int.TryParse(Word(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new PdfFormatException($"A number was expected at byte {Position}.");
    }

    public bool TryKeyword(string word)
    {
        SkipSpace();
        if (!Ahead(word))
            return false;
        Position += word.Length;
        return true;
    }

    public void Expect(string word)
    {
        if (!TryKeyword(word))
            throw new PdfFormatException($"'{word}' was expected at byte {Position}.");
    }

    public string Word()
    {
        SkipSpace();
        var start = Position;
        while (Position < file.Length && !IsSpace(Peek()) && !IsDelimiter(Peek()))
            Position++;
        return Latin(start, Position);
    }

    private PdfDictionary Dictionary()
    {
        Position += 2;
        var entries = new List<KeyValuePair<string, PdfValue>>();
        while (!TryKeyword(">>"))
        {
            if (Peek() != '/')
                throw new PdfFormatException($"A name was expected at byte {Position}.");
            var name = Name();
            entries.Add(KeyValuePair.Create(name, Value()));
        }
        return new PdfDictionary(entries);
    }

    private PdfArray Array()
    {
        Position++;
        var items = new List<PdfValue>();
        while (!TryKeyword("]"))
            items.Add(Value());
        return new PdfArray(items);
    }

    private string Name()
    {
        Position++;
        return Word();
    }

    private PdfToken Until(byte end)
    {
        var length = Bytes[Position..].IndexOf(end);
        if (length < 0)
            throw new PdfFormatException("A string has no end.");
        var start = Position;
        Position += length + 1;
        return new PdfToken(Latin(start, Position));
    }

    private PdfToken Literal()
    {
        var (start, open) = (Position, 0);
        do
        {
            switch (Peek())
            {
                case (byte)'\\': Position++; break;
                case (byte)'(': open++; break;
                case (byte)')': open--; break;
                case 0 when Position >= file.Length: throw new PdfFormatException("A string has no end.");
            }
            Position++;
        }
        while (open > 0);
        return new PdfToken(Latin(start, Position));
    }

    private PdfValue NumberReferenceOrWord()
    {
        var word = Word();
        if (word.Length == 0)
            throw new PdfFormatException($"A value was expected at byte {Position}.");
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new PdfToken(word);
        var before = Position;
        if (int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && Word() == "R")
            return new PdfReference(number, generation);
        Position = before;
        return new PdfToken(word);
    }

    private void SkipSpace()
    {
        while (Position < file.Length && (IsSpace(Peek()) || Peek() == '%'))
        {
            if (Peek() == '%')
            {
                var line = Bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = line < 0 ? file.Length : Position + line;
            }
            else
            {
                Position++;
            }
        }
    }

    private byte Peek(int ahead = 0) => Position + ahead < file.Length ? Bytes[Position + ahead] : (byte)0;

    private bool Ahead(string word) =>
        Position <= file.Length - word.Length && Latin(Position, Position + word.Length) == word;

    private string Latin(int start, int end) => Encoding.Latin1.GetString(Bytes[start..Math.Min(end, file.Length)]);

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'['
        or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
