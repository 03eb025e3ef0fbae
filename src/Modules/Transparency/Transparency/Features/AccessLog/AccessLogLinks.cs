namespace Project06.Transparency.Features.AccessLog;

/// <summary>Addresses of the access log.</summary>
internal static class AccessLogLinks
{
    public const string Page = "/my-data/access-log";

    public static string Of(int? days, int page = 1) => (days, page) switch
    {
        (null, 1) => Page,
        (null, _) => $"{Page}?page={page}",
        (_, 1) => $"{Page}?days={days}",
        _ => $"{Page}?days={days}&page={page}",
    };
}
