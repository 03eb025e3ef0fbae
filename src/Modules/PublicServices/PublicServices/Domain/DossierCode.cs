using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Project06.PublicServices.Domain;

/// <summary>
/// Mã hồ sơ: organisation code, date and daily sequence, <c>H26.00.42.01-261121-0042</c> (TT 01/2018/TT-VPCP
/// art. 19). Ministries use six digits; Decree 309/2026 will bring another form, so any code once given is kept.
/// </summary>
internal readonly partial record struct DossierCode : IParsable<DossierCode>
{
    private DossierCode(string value) => Value = value;

    public string Value { get; }

    public static DossierCode Create(string organisation, DateOnly day, int sequence) => new(
        string.Create(CultureInfo.InvariantCulture, $"{organisation}-{day:yyMMdd}-{sequence:0000}"));

    public static DossierCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException("Not a dossier code.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DossierCode result)
    {
        var valid = s is { Length: <= 60 } && Shape().IsMatch(s);
        result = valid ? new DossierCode(s!.ToUpperInvariant()) : default;
        return valid;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Za-z]\d{2}(\.\d{2,5})*-\d{6}-\d{4,7}$")]
    private static partial Regex Shape();

    internal sealed class Converter() : ValueConverter<DossierCode, string>(c => c.Value, v => new DossierCode(v));
}
