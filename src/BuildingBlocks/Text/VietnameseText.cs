using System.Globalization;
using System.Text;

namespace Project06.BuildingBlocks.Text;

/// <summary>Comparing and ordering Vietnamese text. Stored text is always NFC (TCVN 6909:2001).</summary>
public static class VietnameseText
{
    /// <summary>Dictionary order: tone marks after letters, Đ after D.</summary>
    public static readonly StringComparer Order =
        StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>
    /// Lower case without tone or letter marks, đ as d (it has no decomposition), runs of white space as one
    /// blank: "Đăng ký  khai sinh" → "dang ky khai sinh". Used for searching only, never stored as a name.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var blank = true;
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsWhiteSpace(letter))
            {
                if (!blank)
                    folded.Append(' ');
                blank = true;
                continue;
            }
            blank = false;
            folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>Trimmed, inner white space single, without invisible characters, NFC; null when nothing is left.</summary>
    public static string? Clean(string? text) =>
        text is not null && string.Join(' ', Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } clean
            ? clean.Normalize(NormalizationForm.FormC)
            : null;

    /// <summary>As <see cref="Clean"/>, but lines and the blanks in them stay.</summary>
    public static string? CleanLines(string? text) =>
        text is not null && Visible(text.ReplaceLineEndings("\n")).Trim() is { Length: > 0 } clean
            ? clean.Normalize(NormalizationForm.FormC)
            : null;

    // Control characters (PostgreSQL refuses U+0000) and format characters: with zero-width and directional ones a name
    // reads otherwise than it is stored, found and compared.
    private static string Visible(string text) => text.All(IsVisible) ? text : string.Concat(text.Where(IsVisible));

    private static bool IsVisible(char letter) =>
        char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
