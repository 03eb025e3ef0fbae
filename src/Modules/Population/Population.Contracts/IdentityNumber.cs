using System.Diagnostics.CodeAnalysis;

namespace Project06.Population.Contracts;

/// <summary>
/// Số định danh cá nhân: 12 digits, place of birth registration (3, the provinces before 1 Jul 2025) + century and
/// sex (1) + year (2) + random (6); no check digit (Decree 137/2015/NĐ-CP art. 13). Text, never a number: leading
/// zeros count. A mismatch with sex or birth year is a warning, never a reason to reject.
/// </summary>
public readonly record struct IdentityNumber : IParsable<IdentityNumber>
{
    private IdentityNumber(string digits) => Digits = digits;

    /// <summary>The twelve digits.</summary>
    public string Digits { get; }

    /// <inheritdoc/>
    public static IdentityNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("An identity number has 12 digits.");

    /// <summary>Takes 12 digits; blanks and dots between them are allowed, as people type them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IdentityNumber result)
    {
        var digits = s is null ? "" : string.Concat(s.Where(c => c is not (' ' or '.' or '-')));
        var valid = digits.Length == 12 && digits.All(char.IsAsciiDigit);
        result = valid ? new IdentityNumber(digits) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
