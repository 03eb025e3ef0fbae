using Microsoft.AspNetCore.HttpOverrides;

namespace Project06.Host.Web;

/// <summary>
/// Behind a proxy that ends TLS: whose word is believed about the client's address and scheme (<c>Site:TrustedProxies</c>,
/// addresses or networks, separated by commas). Nobody's by default: anyone could name any address.
/// </summary>
internal static class TrustedProxies
{
    public static IApplicationBuilder UseTrustedProxies(this WebApplication app)
    {
        var trusted = (app.Configuration["Site:TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (trusted.Length == 0)
            return app;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As far back as the chain of trusted ones goes.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in trusted)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        }
        return app.UseForwardedHeaders(options);
    }
}
