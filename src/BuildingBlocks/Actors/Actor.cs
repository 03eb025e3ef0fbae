using System.Security.Claims;
using System.Text.Json;

namespace Project06.BuildingBlocks.Actors;

/// <summary>Who acts in this request, resolved anew at each request from dated posts.</summary>
/// <param name="AccountId">The signed-in account.</param>
/// <param name="PersonId">The person behind it, as Population knows them.</param>
/// <param name="SessionId">The session of this browser.</param>
/// <param name="Name">Full name, for the page's head.</param>
/// <param name="Posts">The posts held at this moment; none for a citizen.</param>
public sealed record Actor(Guid AccountId, Guid PersonId, Guid SessionId, string Name, IReadOnlyList<ActorPost> Posts)
{
    /// <summary>
    /// Who really acts, where somebody at a counter works for a citizen with their yes: <see cref="PersonId"/> is then the
    /// citizen, and whatever is shown is recorded as shown to the helper. Null: the actor acts for themselves.
    /// </summary>
    public Helper? Helper { get; init; }

    /// <summary>Whether the actor holds this role in this organisation now.</summary>
    public bool Holds(string role, string organisationCode) =>
        Posts.Any(p => p.Role == role && p.OrganisationCode == organisationCode);
}

/// <summary>Somebody at a counter who works for a citizen.</summary>
/// <param name="PersonId">The helper.</param>
/// <param name="Post">From which post.</param>
/// <param name="VisitId">The visit in which the citizen said yes.</param>
public sealed record Helper(Guid PersonId, ActorPost Post, Guid VisitId);

/// <summary>One post: a role in an organisation, which answers for a territory.</summary>
/// <param name="Role">Role code, such as <c>receiving-clerk</c>.</param>
/// <param name="OrganisationCode">Organisation identification code.</param>
/// <param name="OrganisationKind">Kind of organisation, such as <c>commune-service-centre</c>.</param>
/// <param name="OrganisationName">Vietnamese name, for the page's head and the ledger.</param>
/// <param name="UnitCode">Administrative unit the organisation serves.</param>
/// <param name="IsDeputy">Whether it is held for a time in the place of an absent leader.</param>
public sealed record ActorPost(
    string Role, string OrganisationCode, string OrganisationKind, string OrganisationName, string UnitCode, bool IsDeputy = false);

/// <summary>The claims an <see cref="Actors.Actor"/> travels in within one request (never in the cookie).</summary>
public static class ActorClaims
{
    /// <summary>Claim types. <see cref="Salutation"/> is the Vietnamese form of address: chị, anh, bà, ông, bạn.</summary>
    public const string Account = "account", Person = "person", Session = "session", Name = "name",
        Post = "post", Permission = "permission", Salutation = "salutation", Helper = "helper";

    /// <summary>The claims of an actor with the permissions their roles give.</summary>
    public static IEnumerable<Claim> Claims(Actor actor, string salutation, IEnumerable<string> permissions)
    {
        yield return new Claim(Account, actor.AccountId.ToString());
        yield return new Claim(Person, actor.PersonId.ToString());
        yield return new Claim(Session, actor.SessionId.ToString());
        yield return new Claim(Name, actor.Name);
        yield return new Claim(Salutation, salutation);
        foreach (var post in actor.Posts)
            yield return new Claim(Post, JsonSerializer.Serialize(post));
        foreach (var permission in permissions)
            yield return new Claim(Permission, permission);
    }

    /// <summary>The actor of a request behind an authorised page.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lacks a policy.</exception>
    public static Actor Actor(this ClaimsPrincipal user) =>
        user.FindActor() ?? throw new InvalidOperationException("Nobody is signed in here.");

    /// <summary>The actor, or null where nobody is signed in.</summary>
    public static Actor? FindActor(this ClaimsPrincipal user) =>
        user.FindFirstValue(Account) is { } account
            ? new Actor(
                Guid.Parse(account), Guid.Parse(user.FindFirstValue(Person)!), Guid.Parse(user.FindFirstValue(Session)!),
                user.FindFirstValue(Name) ?? "",
                [.. user.FindAll(Post).Select(c => JsonSerializer.Deserialize<ActorPost>(c.Value)!)])
            {
                Helper = user.FindFirstValue(Helper) is { } helper ? JsonSerializer.Deserialize<Helper>(helper) : null,
            }
            : null;

    /// <summary>
    /// The same user for the rest of this request, working for a citizen. Whoever calls it has made sure of the citizen's
    /// yes. What the posts allow isn't the citizen's affair and falls away.
    /// </summary>
    public static ClaimsPrincipal WorkingFor(this ClaimsPrincipal user, Guid citizen, Helper helper)
    {
        var claims = user.Claims.Where(c => c.Type is not (Person or Post)).Append(new Claim(Person, citizen.ToString()))
            .Append(new Claim(Helper, JsonSerializer.Serialize(helper)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, user.Identity!.AuthenticationType));
    }

    /// <summary>Whether the signed-in user's roles give a permission.</summary>
    public static bool May(this ClaimsPrincipal user, string permission) => user.HasClaim(Permission, permission);
}
