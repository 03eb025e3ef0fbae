using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Demo;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features;
using Project06.EIdentification.Features.Activate;
using Project06.EIdentification.Features.MyAccount;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Features.Passkeys;
using Project06.EIdentification.Features.Recovery;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Features.Staff;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification;

/// <summary>Accounts, sign-in, sessions, organisations and posts.</summary>
public static class EIdentificationModule
{
    /// <summary>
    /// Adds the module, with cookie authentication as the host's default scheme. The host calls UseAuthentication
    /// between UseRouting and UseAuthorization; there is no middleware of the module's own.
    /// </summary>
    public static IServiceCollection AddEIdentification(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<EIdentificationOptions>(configuration.GetSection("EIdentification"));
        services.AddModule<EIdentificationDbContext>(EIdentificationDbContext.SchemaName, m => m with { InsertOnlyTables = ["account_history"] });
        services.AddMemoryCache();
        services.AddDataProtection();
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<AuthenticatorSecret>();
        services.AddSingleton<SignInLimiter>();
        services.AddScoped<Attempts>();
        services.AddScoped<BrowserSessions>();
        services.AddSingleton<KeyedHash>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<NewApps>();
        services.AddSingleton<MailUndo>();
        services.AddSingleton<ILetterPost, FolderLetterPost>();
        services.AddScoped<AppCodes>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<AccountChronicle>();
        services.AddScoped<SigningIn>();
        services.AddScoped<OwnerProof>();
        services.AddScoped<AskAsStranger>();
        services.AddScoped<AccountMaking>();
        services.AddScoped<LetterActivations>();
        services.AddScoped<TakeHold>();
        services.AddScoped<StaffGround>();
        PasskeyRegistration.Add(services);
        SessionCookie.Add(services);
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<SessionPageFilter>());
        services.PostConfigure<RazorPagesOptions>(EIdentificationConventions.Apply);
        services.AddTransient<IDemoSeeder<Nation>, SeedDemoAccounts>();
        return services;
    }

    /// <summary>The sample nation's accounts, for printing: citizens, officials and the administrator.</summary>
    public static IReadOnlyList<DemoAccount> DemoAccounts(Nation nation) => DemoPeople.Told(nation);

    /// <summary>Sixty more sample citizens of the ward, <c>neighbour-01</c> and so on: load tests sign in as them.</summary>
    public static IReadOnlyList<DemoAccount> DemoNeighbours(Nation nation) => DemoPeople.Neighbours(nation);

    /// <summary>
    /// The code that the app of a sample account shows at that moment. Needs no nation: the key is derived from the
    /// seed and the account's short name.
    /// </summary>
    /// <param name="key"><see cref="DemoAccount.Key"/>, such as <c>mother</c>.</param>
    /// <param name="seed">Seed of the nation.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Six digits, good for 30 s and once.</returns>
    /// <exception cref="ArgumentException">No sample account has this name; the message lists those there are.</exception>
    public static string CurrentCode(string key, ulong seed, DateTimeOffset now) => DemoPeople.IsKey(key)
        ? OneTimeCodes.At(DemoPeople.AuthenticatorKey(seed, key), OneTimeCodes.StepAt(now))
        : throw new ArgumentException($"No sample account is called '{key}'. There are: {string.Join(", ", DemoPeople.Keys)}.");
}
