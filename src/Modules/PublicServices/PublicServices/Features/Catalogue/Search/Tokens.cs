using System.Globalization;
using System.Text;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <summary>A syllable as people compare it: without marks, i for y after a consonant ("kỹ" and "kĩ" are one).</summary>
/// <param name="Folded">Without any mark.</param>
/// <param name="Written">With its marks, the tone at the end, so that "hòa" and "hoà" are the same.</param>
internal readonly record struct Token(string Folded, string Written)
{
    public bool HasMarks => Folded != Written;

    /// <summary>Whether somebody who typed this may mean that: what was typed without marks may mean any.</summary>
    public bool MayMean(Token other) => Folded == other.Folded && (!HasMarks || !other.HasMarks || Written == other.Written);
}

internal static class Tokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        StringBuilder folded = new(), written = new();
        var tones = "";
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                // Grave, acute, tilde, hook above, dot below are tones; the others make another vowel.
                if (letter is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
                    tones += letter;
                else
                    written.Append(letter);
                continue;
            }
            if (!char.IsLetterOrDigit(letter))
            {
                Take();
                continue;
            }
            var lower = char.ToLowerInvariant(letter);
            folded.Append(lower == 'đ' ? 'd' : lower);
            written.Append(lower);
        }
        Take();
        return tokens;

        void Take()
        {
            if (folded.Length > 0)
                tokens.Add(new Token(OneI(folded), OneI(written) + tones));
            folded.Clear();
            written.Clear();
            tones = "";
        }
    }

    public static string Key(IEnumerable<Token> tokens) => string.Join(' ', tokens.Select(token => token.Folded));

    private static string OneI(StringBuilder syllable)
    {
        var text = syllable.ToString();
        return text.Length is 2 or 3 && text[^1] == 'y' && !text[..^1].AsSpan().ContainsAny("aeiou") ? text[..^1] + "i"
            : text == "quy" ? "qui" : text;
    }
}
