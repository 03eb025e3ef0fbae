using System.Globalization;

namespace Project06.BuildingBlocks.Time;

/// <summary>
/// The civil clock of Vietnam (Asia/Ho_Chi_Minh, UTC+7, no summer time). A legal day starts at 00:00 there,
/// while the UTC date is still yesterday until 07:00.
/// </summary>
public static class VietnamTime
{
    /// <summary>The zone every legal time of the product is read in.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The instant now, with Vietnam's offset.</summary>
    public static DateTimeOffset VietnamNow(this TimeProvider clock) => clock.GetUtcNow().InVietnam();

    /// <summary>Today's legal date.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.VietnamNow().DateTime);

    /// <summary>The same instant, written with Vietnam's offset.</summary>
    public static DateTimeOffset InVietnam(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The legal date of an instant.</summary>
    public static DateOnly LegalDate(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InVietnam().DateTime);

    /// <summary>The instant of a wall-clock time in Vietnam.</summary>
    public static DateTimeOffset At(this DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>dd/MM/yyyy, the way dates are written in Vietnam.</summary>
    public static string Written(this DateOnly date) => date.ToString("dd/MM/yyyy", Vietnamese);

    /// <summary>HH:mm dd/MM/yyyy in Vietnamese time.</summary>
    public static string Written(this DateTimeOffset instant) =>
        instant.InVietnam().ToString("HH:mm dd/MM/yyyy", Vietnamese);
}
