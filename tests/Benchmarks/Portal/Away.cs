using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Portal;

/// <summary>No answer, half an answer, or that of a host that isn't ready: waited out, as people do, and looked at again.</summary>
internal static class Away
{
    public static bool Is(Exception exception) =>
        exception is HttpRequestException or IOException || exception is UnexpectedPageException { Status: >= 500 };

    public static Task WaitAsync(CancellationToken ct) => Task.Delay(150, ct);
}
