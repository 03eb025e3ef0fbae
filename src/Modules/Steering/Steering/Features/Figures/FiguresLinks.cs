using Project06.Steering.Domain;

namespace Project06.Steering.Features.Figures;

/// <summary>Addresses of the figures.</summary>
internal static class FiguresLinks
{
    public const string Page = "/admin/figures";

    public static string Of(string? unit, string period) => (unit, period) switch
    {
        (null, Period.Month) => Page,
        (null, _) => $"{Page}?period={period}",
        (_, Period.Month) => $"{Page}?unit={unit}",
        _ => $"{Page}?unit={unit}&period={period}",
    };
}
