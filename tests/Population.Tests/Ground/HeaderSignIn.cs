using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Contracts;
using Project06.Transparency.Contracts;

namespace Project06.Population.Tests.Ground;

/// <summary>Signs in whoever the header names, as a citizen, or with a police post in the organisation a second header names.</summary>
internal sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "header";
    public const string Header = "X-Person", PostHeader = "X-Post";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Guid.TryParse(Request.Headers[Header], out var person))
            return Task.FromResult(AuthenticateResult.NoResult());
        ActorPost[] posts = Request.Headers[PostHeader].ToString() is { Length: > 0 } organisation
            ? [new ActorPost("police-officer", organisation, "commune-police", "Công an", "00082")]
            : [];
        var actor = new Actor(person, person, person, "Hoàng Thị Lan", posts);
        var identity = new ClaimsIdentity(ActorClaims.Claims(
            actor, "chị", posts.Length > 0 ? [TransparencyPermissions.OwnAccessLog, PublicServicesPermissions.Desk] : [TransparencyPermissions.OwnAccessLog]), Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}
