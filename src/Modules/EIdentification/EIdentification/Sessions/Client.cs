using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Project06.EIdentification.Sessions;

/// <summary>Where an attempt comes from: its network, and the device if it has been here before.</summary>
/// <param name="Network">First 24 bits of an IPv4 address, 64 of an IPv6 one.</param>
/// <param name="DeviceHash">Keyed hash of the device's cookie; null where there is none.</param>
internal sealed record Client(string Network, string? DeviceHash)
{
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8));
    }
}

/// <summary>The cookie that a browser keeps after its first sign-in, so that its owner can't be locked out by strangers.</summary>
internal sealed class DeviceCookie(KeyedHash hash)
{
    private const string Name = "p06-device", Purpose = "device";
    private static readonly HostCookieManager Cookies = new();

    public Client ClientOf(HttpContext context) => new(
        Client.NetworkOf(context.Connection.RemoteIpAddress),
        Cookies.GetRequestCookie(context, Name) is { Length: > 0 and <= 64 } device ? hash.Of(Purpose, device) : null);

    /// <summary>The device's hash; a browser without the cookie gets one.</summary>
    public string Keep(HttpContext context, DateTimeOffset now)
    {
        if (ClientOf(context).DeviceHash is { } known)
            return known;
        var device = Guid.NewGuid().ToString("n");
        Cookies.AppendResponseCookie(context, Name, device, new CookieOptions
        {
            Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
            Expires = now.AddDays(400),
        });
        return hash.Of(Purpose, device);
    }
}
