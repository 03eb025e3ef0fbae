using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Project06.PublicServices.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Section <c>PublicServices</c> of the configuration.</summary>
internal sealed class ProcedureOptions
{
    /// <summary>Folder of the procedure folders; relative to the program's own folder.</summary>
    public string ProceduresFolder { get; set; } = "data/procedures";

    public string FullProceduresFolder => Path.GetFullPath(ProceduresFolder, AppContext.BaseDirectory);
}

internal static class ProcedureRegistration
{
    public static IServiceCollection AddProcedures(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ProcedureOptions>(configuration.GetSection("PublicServices"));
        services.AddSingleton(provider => ProcedureLoader.Load(
            provider.GetRequiredService<IOptions<ProcedureOptions>>().Value.FullProceduresFolder,
            new ContractTypes(provider.GetServices<ProcedureContracts>())));
        services.AddSingleton<FormBuilder>();
        services.AddHostedService<CheckProcedures>();
        return services;
    }

    /// <summary>Loads the folders before anything is served: with an error in one, the host doesn't start.</summary>
    private sealed class CheckProcedures(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<ProcedureBook>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
