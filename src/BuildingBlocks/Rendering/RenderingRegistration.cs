using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>Wires picture and PDF work.</summary>
public static class RenderingRegistration
{
    /// <summary>Adds <see cref="PdfPrinter"/> and <see cref="PictureConverter"/>, one each a host, with the configuration
    /// section "Rendering".</summary>
    public static IServiceCollection AddRendering(this IServiceCollection services)
    {
        services.AddOptions<RenderingOptions>().BindConfiguration("Rendering");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PdfPrinter>();
        services.TryAddSingleton<PictureConverter>();
        return services;
    }
}
