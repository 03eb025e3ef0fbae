using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Project06.BuildingBlocks.Actors;

/// <summary>
/// A policy's name is the permission it asks for; <see cref="SignedIn"/> asks for a session only. What declares
/// no policy is denied by the fallback policy.
/// </summary>
public sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    /// <summary>The policy of pages open to every signed-in person.</summary>
    public const string SignedIn = "signed-in";

    /// <inheritdoc/>
    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        var builder = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
        if (policyName != SignedIn)
            builder.RequireClaim(ActorClaims.Permission, policyName);
        return Task.FromResult<AuthorizationPolicy?>(builder.Build());
    }

    /// <inheritdoc/>
    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(options.Value.DefaultPolicy);

    /// <inheritdoc/>
    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
}
