using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Mail;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Requests;

namespace Project06.BuildingBlocks;

/// <summary>What the modules stand on.</summary>
public static class BuildingBlocksRegistration
{
    /// <summary>Database pools, migrator, MediatR with validation, outbox delivery, permissions and mail.</summary>
    public static IServiceCollection AddBuildingBlocks(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DatabaseOptions>(configuration.GetSection("Database"));
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ModuleDataSources>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<EventRegistry>();
        services.AddSingleton<SubjectDispatcher>();
        // Off in tests, which deliver by hand; and on a host that shall serve pages only.
        if (configuration.GetValue("Outbox:Enabled", true))
            services.AddHostedService<OutboxWorker>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddSingleton<IMailSender>(provider =>
            provider.GetRequiredService<IOptions<MailOptions>>() is { Value.SmtpHost.Length: > 0 } options
                ? new SmtpMailSender(options)
                : new EmlMailSender(provider.GetRequiredService<IOptions<MailOptions>>()));
        return services;
    }
}
