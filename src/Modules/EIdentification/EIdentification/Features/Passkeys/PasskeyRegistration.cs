using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.Passkeys;

/// <summary>The framework's passkey handler over our own tables: the one piece of Identity's store machinery that is used.</summary>
internal static class PasskeyRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<PasskeyCeremonies>();
        services.AddScoped<PasskeyUsers>();
        services.AddScoped<IPasskeyHandler<Account>>(provider => new PasskeyHandler<Account>(
            new UserManager<Account>(
                provider.GetRequiredService<PasskeyUsers>(), provider.GetRequiredService<IOptions<IdentityOptions>>(),
                provider.GetRequiredService<IPasswordHasher<Account>>(), [], [], new UpperInvariantLookupNormalizer(),
                new IdentityErrorDescriber(), provider, provider.GetRequiredService<ILogger<UserManager<Account>>>()),
            provider.GetRequiredService<IOptions<IdentityPasskeyOptions>>()));
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<EIdentificationOptions>>((passkeys, ours) =>
        {
            // Verified by the authenticator, so that one touch is both factors; kept there, so that no number needs be typed.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            if (ours.Value.PasskeyDomain is { Length: > 0 } domain)
            {
                passkeys.ServerDomain = domain;
                passkeys.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context, domain));
            }
        });
    }

    // Behind a proxy the host's own name isn't the one in the browser's address bar.
    private static bool IsOurs(PasskeyOriginValidationContext context, string domain) =>
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || origin.Host == "localhost")
        && (origin.Host == domain || origin.Host.EndsWith("." + domain, StringComparison.Ordinal));
}
