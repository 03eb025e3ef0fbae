namespace Project06.CivilStatus.Paper;

/// <summary>
/// A date in Vietnamese words, as certificates repeat it: 25/11/2026 is "ngày hai mươi lăm tháng mười một năm hai
/// nghìn không trăm hai mươi sáu".
/// </summary>
internal static class DateInWords
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    public static string Of(DateOnly date) =>
        $"ngày {BelowHundred(date.Day)} tháng {Month(date.Month)} năm {Year(date.Year)}";

    // The fourth month is tháng tư; the others are plain numbers.
    private static string Month(int month) => month == 4 ? "tư" : BelowHundred(month);

    private static string Year(int year)
    {
        var (thousands, rest) = Math.DivRem(year, 1000);
        if (rest == 0)
            return $"{Digits[thousands]} nghìn";
        var (hundreds, below) = Math.DivRem(rest, 100);
        var tail = below switch
        {
            0 => "",
            < 10 => $" linh {Digits[below]}",
            _ => " " + BelowHundred(below),
        };
        return $"{Digits[thousands]} nghìn {Digits[hundreds]} trăm{tail}";
    }

    private static string BelowHundred(int number)
    {
        var (tens, units) = Math.DivRem(number, 10);
        return (tens, units) switch
        {
            (0, _) => Digits[units],
            (1, 0) => "mười",
            (1, 5) => "mười lăm",
            (1, _) => "mười " + Digits[units],
            (_, 0) => Digits[tens] + " mươi",
            (_, 1) => Digits[tens] + " mươi mốt",
            (_, 4) => Digits[tens] + " mươi tư",
            (_, 5) => Digits[tens] + " mươi lăm",
            _ => $"{Digits[tens]} mươi {Digits[units]}",
        };
    }
}
