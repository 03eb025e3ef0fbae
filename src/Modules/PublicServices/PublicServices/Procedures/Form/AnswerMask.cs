namespace Project06.PublicServices.Procedures;

/// <summary>The shape of a code on a paper: <c>#</c> a digit, <c>@</c> a letter, <c>*</c> either, anything else itself.</summary>
internal static class AnswerMask
{
    /// <summary>Small letters and blanks between are allowed, as people type them.</summary>
    public static bool Fits(string? mask, string text)
    {
        if (mask is null)
            return true;
        var typed = text.Replace(" ", "", StringComparison.Ordinal);
        return mask.Length == typed.Length && mask.Zip(typed).All(pair => pair.First switch
        {
            '#' => char.IsAsciiDigit(pair.Second),
            '@' => char.IsAsciiLetter(pair.Second),
            '*' => char.IsAsciiLetterOrDigit(pair.Second),
            var letter => char.ToUpperInvariant(letter) == char.ToUpperInvariant(pair.Second),
        });
    }

    /// <summary>Something of that shape, for the sentence that asks for it.</summary>
    public static string Example(string mask)
    {
        var digit = 0;
        return string.Concat(mask.Select(letter => letter switch
        {
            '#' or '*' => (char)('0' + (digit++ % 10)),
            '@' => 'A',
            _ => letter,
        }));
    }
}
