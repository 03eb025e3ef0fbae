using System.Globalization;
using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Features.Fees;

/// <summary>An amount as people type it: <c>20000</c>, <c>20.000</c>, <c>20,000 đ</c>.</summary>
internal static class VndInput
{
    private const long Most = 1_000_000_000_000;

    public static Vnd? Read(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(c => c is not ('.' or ',' or ' ' or 'đ' or 'Đ' or '\u00a0'))]);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= Most ? new Vnd(amount) : null;
    }
}
