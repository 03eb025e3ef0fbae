using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Project06.BuildingBlocks.Events;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>How a module joins the host.</summary>
public static class ModuleRegistration
{
    /// <summary>
    /// Registers a module: its context on its own role's pool, its request handlers, validators and event handlers.
    /// </summary>
    public static IServiceCollection AddModule<TContext>(
        this IServiceCollection services, string schema, Func<ModuleDescriptor, ModuleDescriptor>? configure = null)
        where TContext : ModuleDbContext
    {
        var module = new ModuleDescriptor(schema, typeof(TContext), typeof(TContext).Assembly);
        module = configure?.Invoke(module) ?? module;
        services.AddSingleton(module);
        services.AddDbContext<TContext>((provider, options) =>
            UseModuleDatabase(options, provider.GetRequiredService<ModuleDataSources>().Of(module), module));
        services.Scan(scan => scan.FromAssemblies(module.Assembly)
            .AddClasses(c => c.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(c => c.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime());
        EventRegistry.AddHandlers(services, module);
        return services;
    }

    internal static DbContextOptionsBuilder UseModuleDatabase(
        DbContextOptionsBuilder options, NpgsqlDataSource source, ModuleDescriptor module) =>
        options.UseNpgsql(source, npgsql => npgsql
            .MigrationsHistoryTable("__EFMigrationsHistory", module.Schema)
            .MigrationsAssembly(module.Assembly.GetName().Name));
}
