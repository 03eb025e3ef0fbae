namespace Project06.PublicServices.Procedures;

/// <summary>The shape of a code on a paper: <c>#</c> a digit, <c>@</c> a letter, anything else itself.</summary>
internal static class AnswerMask
{
    public static bool Fits(string? mask, string text) => mask is null
        || (mask.Length == text.Length && mask.Zip(text).All(pair => pair.First switch
        {
            '#' => char.IsAsciiDigit(pair.Second),
            '@' => char.IsLetter(pair.Second),
            var letter => letter == pair.Second,
        }));

    /// <summary>Something of that shape, for the sentence that asks for it.</summary>
    public static string Example(string mask)
    {
        var digit = 0;
        return string.Concat(mask.Select(letter => letter switch
        {
            '#' => (char)('0' + (digit++ % 10)),
            '@' => 'A',
            _ => letter,
        }));
    }
}
