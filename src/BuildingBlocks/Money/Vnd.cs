using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Project06.BuildingBlocks.Money;

/// <summary>An amount of money in whole đồng; there is nothing smaller.</summary>
/// <param name="Amount">Đồng.</param>
public readonly record struct Vnd(long Amount) : IComparable<Vnd>
{
    /// <summary>Nothing.</summary>
    public static readonly Vnd Zero = new(0);

    /// <summary>As written in the language of the page: <c>20.000 đ</c> or <c>20,000 đ</c>.</summary>
    public string Written => Amount.ToString("#,0", CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)) + " đ";

    /// <inheritdoc/>
    public int CompareTo(Vnd other) => Amount.CompareTo(other.Amount);

    /// <summary>The digits, for programs.</summary>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>Sum; an overflow throws.</summary>
    public static Vnd operator +(Vnd left, Vnd right) => new(checked(left.Amount + right.Amount));

    /// <summary>Difference.</summary>
    public static Vnd operator -(Vnd left, Vnd right) => new(checked(left.Amount - right.Amount));

    /// <summary>Several times.</summary>
    public static Vnd operator *(Vnd each, int times) => new(checked(each.Amount * times));

    /// <summary>Less.</summary>
    public static bool operator <(Vnd left, Vnd right) => left.Amount < right.Amount;

    /// <summary>More.</summary>
    public static bool operator >(Vnd left, Vnd right) => left.Amount > right.Amount;

    /// <summary>As much or less.</summary>
    public static bool operator <=(Vnd left, Vnd right) => left.Amount <= right.Amount;

    /// <summary>As much or more.</summary>
    public static bool operator >=(Vnd left, Vnd right) => left.Amount >= right.Amount;

    /// <summary>How it is kept: bigint.</summary>
    public sealed class Converter() : ValueConverter<Vnd, long>(v => v.Amount, a => new Vnd(a));
}
