using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Signing;

/// <summary>Wires signing.</summary>
public static class SigningRegistration
{
    /// <summary>Where anybody fetches the root certificate that papers of this site are checked against.</summary>
    public const string RootAddress = "/signing/root.pem";

    /// <summary>Adds <see cref="PdfSigner"/> and, unless another <see cref="ISigningAuthority"/> was added before, the
    /// test authority, with its schema <c>signing</c> and the configuration section "Signing".</summary>
    public static IServiceCollection AddSigning(this IServiceCollection services)
    {
        services.AddOptions<SigningOptions>().BindConfiguration("Signing");
        services.AddModule<SigningDbContext>(SigningDbContext.SchemaName, m => m with { InsertOnlyTables = ["certificates"] });
        services.AddSingleton<KeyCover>();
        services.TryAddSingleton<ISigningAuthority, TestAuthority>();
        services.TryAddSingleton<PdfSigner>();
        return services;
    }

    /// <summary>Serves the root certificate at <see cref="RootAddress"/>, to everybody.</summary>
    public static void MapSigning(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(RootAddress, async (ISigningAuthority authority, CancellationToken cancellationToken) =>
        {
            using var root = await authority.RootAsync(cancellationToken);
            return Results.Text(root.ExportCertificatePem() + "\n", "application/x-pem-file");
        }).AllowAnonymous();
}
