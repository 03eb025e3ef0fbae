using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Sessions;

/// <summary>
/// The cookie names account and session and nothing else; who acts, from which posts, with which permissions is
/// resolved anew at each request.
/// </summary>
internal static class SessionCookie
{
    public const string Scheme = "session", FirstFactorScheme = "first-factor", ActivationScheme = "activation", SharedClaim = "shared";
    private static readonly object LockedKey = new();

    public static void Add(IServiceCollection services) => services
        .AddAuthentication(Scheme)
        .AddCookie(Scheme, cookie =>
        {
            Shape(cookie, "p06-session", Session.LongestLife);
            cookie.Events.OnValidatePrincipal = ResolveAsync;
            cookie.Events.OnRedirectToLogin = AskToSignIn;
            cookie.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
        })
        // Between password and code: who has given the right password, for ten minutes, good for nothing else.
        .AddCookie(FirstFactorScheme, cookie => Shape(cookie, "p06-first-factor", TimeSpan.FromMinutes(10)))
        // Between a code of activation and the first sign-in: which activation, for half an hour, good for nothing else.
        .AddCookie(ActivationScheme, cookie => Shape(cookie, "p06-activation", TimeSpan.FromMinutes(30)));

    /// <summary>The activation whose code this browser has given; null where none.</summary>
    public static async Task<Guid?> FindActivationAsync(this HttpContext context) =>
        (await context.AuthenticateAsync(ActivationScheme)).Principal?.FindFirstValue(ActorClaims.Session) is { } id ? Guid.Parse(id) : null;

    public static Task KeepActivationAsync(this HttpContext context, Guid activationId) =>
        context.SignInAsync(ActivationScheme, Principal(ActivationScheme, new Claim(ActorClaims.Session, activationId.ToString())));

    /// <summary>The session of this browser, locked: its owner may unlock it, and nobody is signed in meanwhile.</summary>
    public static SessionState? FindLockedSession(this HttpContext context) => context.Items[LockedKey] as SessionState;

    public static Task SignInAsync(this HttpContext context, Guid accountId, Guid sessionId) => context.SignInAsync(
        Scheme, Principal(Scheme, new Claim(ActorClaims.Account, accountId.ToString()), new Claim(ActorClaims.Session, sessionId.ToString())));

    public static Task KeepFirstFactorAsync(this HttpContext context, Guid accountId, bool shared) => context.SignInAsync(
        FirstFactorScheme, Principal(FirstFactorScheme, new Claim(ActorClaims.Account, accountId.ToString()), new Claim(SharedClaim, shared ? "1" : "0")));

    /// <summary>Whose password was right a moment ago, and whether the computer is shared; null when nobody's.</summary>
    public static async Task<(Guid AccountId, bool Shared)?> FindFirstFactorAsync(this HttpContext context) =>
        (await context.AuthenticateAsync(FirstFactorScheme)).Principal is { } half
            ? (Guid.Parse(half.FindFirstValue(ActorClaims.Account)!), half.FindFirstValue(SharedClaim) == "1")
            : null;

    /// <summary>The address to come back to: for a form, the page it stands on.</summary>
    public static string PageAddress(HttpRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value)
            .Where(pair => !string.Equals(pair.Key, "handler", StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }

    /// <summary>
    /// Whether a person waits for a page. A script that saves in the background must see a failure, not follow a
    /// redirection to a page that says 200.
    /// </summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers.XRequestedWith.Count == 0
        && (!request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode) || mode == "navigate")
        && !request.Path.StartsWithSegments("/api");

    private static ClaimsPrincipal Principal(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));

    private static void Shape(CookieAuthenticationOptions cookie, string name, TimeSpan life)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.CookieManager = new HostCookieManager();
        cookie.ExpireTimeSpan = life;
        cookie.SlidingExpiration = false;
    }

    private static async Task ResolveAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        // Styles, scripts and fonts are for everybody: no look at the session for each.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            context.RejectPrincipal();
            return;
        }
        var state = Guid.TryParse(context.Principal?.FindFirstValue(ActorClaims.Session), out var id)
            ? await services.GetRequiredService<BrowserSessions>().UseAsync(id, context.HttpContext.RequestAborted)
            : null;
        if (state is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
        else if (state.LockedAt is not null)
        {
            context.HttpContext.Items[LockedKey] = state;
            context.RejectPrincipal();
        }
        else
        {
            context.HttpContext.Items[typeof(SessionState)] = state;
            context.ReplacePrincipal(Actor(state, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        }
    }

    private static ClaimsPrincipal Actor(SessionState state, DateTimeOffset now)
    {
        var actor = new Actor(state.AccountId, state.PersonId, state.SessionId, state.Name, state.PostsAt(now));
        return Principal(Scheme,
        [
            .. ActorClaims.Claims(actor, state.Salutation, RolePermissions.Of(actor.Posts.Select(p => p.Role))),
            // Antiforgery tokens are bound to this claim; without it to all claims, and a form would die with its
            // session although the same person has signed in again.
            new Claim(ClaimTypes.NameIdentifier, state.AccountId.ToString()),
        ]);
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!WantsPage(context.Request))
            return Answer(StatusCodes.Status401Unauthorized)(context);
        var page = context.HttpContext.FindLockedSession() is null ? "/sign-in" : "/sign-in/unlock";
        context.Response.Redirect(QueryHelpers.AddQueryString(
            context.Request.PathBase + page, "returnUrl", PageAddress(context.Request)));
        return Task.CompletedTask;
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}

/// <summary>The <c>__Host-</c> prefix where the connection is safe; browsers refuse it elsewhere.</summary>
internal sealed class HostCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
