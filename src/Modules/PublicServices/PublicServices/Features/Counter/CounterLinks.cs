using System.Globalization;

namespace Project06.PublicServices.Features.Counter;

internal static class CounterLinks
{
    public const string Today = "/counter", Find = "/counter/find", Guide = "/counter/guided", Report = "/counter/report", Mine = "/helpers";

    public static string Visit(Guid id) => $"/counter/visits/{id}";

    public static string Month(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{Report}?month={month:yyyy-MM}");
}
