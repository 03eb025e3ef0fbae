using System.Text.RegularExpressions;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>A heading, a paragraph, or a list; what a list's items start with is gone.</summary>
internal sealed record TextBlock(TextBlockKind Kind, IReadOnlyList<string> Lines);

internal enum TextBlockKind { Heading, Paragraph, List }

/// <summary>Makes paragraphs, lists and headings of the catalogue's raw text, which marks them with dashes and pluses.</summary>
internal static partial class StructuredText
{
    public static IReadOnlyList<TextBlock> Of(IEnumerable<string> texts)
    {
        var blocks = new List<TextBlock>();
        foreach (var raw in texts.SelectMany(text => text.ReplaceLineEndings("\n").Split('\n')))
        {
            var line = Spaces().Replace(raw, " ").Trim();
            if (line.Trim('-', '+', '*', '•', ' ').Length == 0)
                continue;
            if (Bullet().Match(line) is { Success: true } bullet)
                Add(blocks, TextBlockKind.List, line[bullet.Length..].Trim());
            else if (Step().Match(line) is { Success: true } step && line.Length <= 120)
                Add(blocks, TextBlockKind.Heading, line.TrimEnd(':', ' '));
            else if (Step().Match(line) is { Success: true } told)
            {
                Add(blocks, TextBlockKind.Heading, told.Value.TrimEnd(':', '.', ' '));
                Add(blocks, TextBlockKind.Paragraph, Capital(line[told.Length..].Trim()));
            }
            else
                Add(blocks, TextBlockKind.Paragraph, line);
        }
        return blocks;
    }

    private static void Add(List<TextBlock> blocks, TextBlockKind kind, string line)
    {
        if (kind == TextBlockKind.List && blocks.Count > 0 && blocks[^1].Kind == kind)
            blocks[^1] = blocks[^1] with { Lines = [.. blocks[^1].Lines, line] };
        else
            blocks.Add(new TextBlock(kind, [line]));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^([-–+*•●]+|[a-zđ]\))\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[-*]?\s*Bước\s+\d+\s*[:.]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Step();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
