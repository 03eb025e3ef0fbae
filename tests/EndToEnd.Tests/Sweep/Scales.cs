using System.Text.Json;
using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests.Sweep;

/// <summary>Weighs what comes over the wire.</summary>
internal sealed class Scales : IAsyncDisposable
{
    private readonly ICDPSession _session;
    private double _bytes;

    private Scales(ICDPSession session)
    {
        _session = session;
        session.Event("Network.loadingFinished").OnEvent += (_, e) => _bytes += e?.GetProperty("encodedDataLength").GetDouble() ?? 0;
    }

    /// <summary>Since it was emptied, headers included.</summary>
    public double Kilobytes => _bytes / 1024;

    public static async Task<Scales> OnAsync(Visitor visitor)
    {
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("Network.enable");
        return new Scales(session);
    }

    /// <summary>Begins at nought; a fresh visitor has nothing in the cache.</summary>
    public async Task EmptyAsync(bool fresh)
    {
        await _session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = fresh });
        _bytes = 0;
    }

    public async ValueTask DisposeAsync() => await _session.DetachAsync();
}
