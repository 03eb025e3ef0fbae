using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Project06.CivilStatus.Domain;

/// <summary>
/// Code of an electronic birth notice, 18 characters <c>XXXXX.GCS.ZZZZZ.YY</c> (Decree 301/2026/NĐ-CP): health
/// facility, kind of paper, running number, last two digits of the year of birth.
/// </summary>
internal readonly partial record struct BirthNoticeCode : IParsable<BirthNoticeCode>
{
    public const string Example = "01234.GCS.00567.26";

    private BirthNoticeCode(string text) => Text = text;

    public string Text { get; }

    public bool IsOfYear(int year) =>
        int.Parse(Text.AsSpan(^2..), CultureInfo.InvariantCulture) == year % 100;

    public static BirthNoticeCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"A birth notice code looks like {Example}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BirthNoticeCode result)
    {
        var text = s is null ? "" : string.Concat(s.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var valid = Shape().IsMatch(text);
        result = valid ? new BirthNoticeCode(text) : default;
        return valid;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"^[0-9A-Z]{5}\.GCS\.[0-9A-Z]{5}\.[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

internal sealed class BirthNoticeCodeConverter() : ValueConverter<BirthNoticeCode, string>(c => c.Text, s => BirthNoticeCode.Parse(s, null));
