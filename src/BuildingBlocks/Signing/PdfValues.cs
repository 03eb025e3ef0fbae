using System.Globalization;
using System.Text;

namespace Project06.BuildingBlocks.Signing;

/// <summary>A value of a PDF file, kept as it was written so that rewriting an object changes nothing but what was meant.</summary>
internal abstract record PdfValue
{
    public abstract void Write(StringBuilder output);

    public sealed override string ToString()
    {
        var output = new StringBuilder();
        Write(output);
        return output.ToString();
    }

    public static PdfToken Number(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static PdfToken Number(double value) => new(value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Text of any language: UTF-16 in hexadecimal digits.</summary>
    public static PdfToken Text(string value) => new($"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>");
}

/// <summary>A number, name, string, true, false or null; Latin-1, delimiters included.</summary>
internal sealed record PdfToken(string Value) : PdfValue
{
    public override void Write(StringBuilder output) => output.Append(Value);
}

internal sealed record PdfReference(int Id, int Generation) : PdfValue
{
    public override void Write(StringBuilder output) =>
        output.Append(CultureInfo.InvariantCulture, $"{Id} {Generation} R");
}

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue
{
    public PdfArray With(PdfValue item) => new([.. Items, item]);

    public override void Write(StringBuilder output)
    {
        output.Append('[');
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0)
                output.Append(' ');
            Items[i].Write(output);
        }
        output.Append(']');
    }
}

/// <param name="Entries">Names without their slash, in the file's order.</param>
internal sealed record PdfDictionary(IReadOnlyList<KeyValuePair<string, PdfValue>> Entries) : PdfValue
{
    public PdfDictionary(params (string Name, PdfValue Value)[] entries)
        : this([.. entries.Select(e => KeyValuePair.Create(e.Name, e.Value))])
    {
    }

    public PdfValue? this[string name] => Entries.LastOrDefault(e => e.Key == name).Value;

    public bool Is(string name, string value) => this[name] is PdfToken token && token.Value == "/" + value;

    public PdfDictionary With(string name, PdfValue value) =>
        new([.. Entries.Where(e => e.Key != name), KeyValuePair.Create(name, value)]);

    public override void Write(StringBuilder output)
    {
        output.Append("<<");
        foreach (var (name, value) in Entries)
        {
            output.Append('/').Append(name).Append(' ');
            value.Write(output);
            output.Append('\n');
        }
        output.Append(">>");
    }
}

/// <summary>A stream; its bytes as they lie in the file, filters not yet undone.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Content) : PdfValue
{
    public override void Write(StringBuilder output) => throw new NotSupportedException("Streams aren't rewritten.");
}

/// <summary>The file isn't a PDF this program can sign: broken, encrypted, or of a kind we don't make.</summary>
public sealed class PdfFormatException(string message) : Exception(message);
