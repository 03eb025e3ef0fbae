using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>All factors were given: opens the session, and tells the owner where the browser is a new one.</summary>
internal sealed class SigningIn(
    EIdentificationDbContext db, BrowserSessions sessions, DeviceCookie devices, AccountChronicle chronicle, TimeProvider clock)
{
    /// <returns>Where they go without another address: to their work, or home.</returns>
    public async Task<string> CompleteAsync(
        HttpContext http, Guid accountId, bool shared, SecondFactor factor, CancellationToken cancellationToken)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Account.English ? Account.English : Account.Vietnamese;
        var replaces = http.User.FindActor()?.SessionId ?? http.FindLockedSession()?.SessionId;
        var device = DeviceName.Of(http.Request.Headers.UserAgent);
        await NoteDeviceAsync(http, accountId, shared, device, cancellationToken);
        var session = await sessions.OpenAsync(accountId, shared, factor, device, language, replaces, cancellationToken);
        await http.SignOutAsync(SessionCookie.FirstFactorScheme);
        await http.SignInAsync(accountId, session.Id);
        var posts = (await sessions.UseAsync(session.Id, cancellationToken))?.PostsAt(clock.GetUtcNow()) ?? [];
        return AfterSignIn.StartFor(posts);
    }

    // A browser that others use too is nobody's own device: it is told each time, and never trusted.
    private async Task NoteDeviceAsync(HttpContext http, Guid accountId, bool shared, string device, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var client = devices.ClientOf(http);
        if (client.DeviceHash is { } known && await db.KnownDevices.AnyAsync(d => d.AccountId == accountId && d.DeviceHash == known, cancellationToken))
            return;
        if (await db.Sessions.AnyAsync(s => s.AccountId == accountId, cancellationToken))
            chronicle.Write(accountId, HistoryKinds.NewDevice, device);
        if (!shared)
        {
            var hash = devices.Keep(http, now);
            db.KnownDevices.Add(new KnownDevice { AccountId = accountId, DeviceHash = hash, FirstSeenAt = now });
        }
    }
}
