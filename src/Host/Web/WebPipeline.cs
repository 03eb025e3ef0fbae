using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Npgsql;
using Project06.BuildingBlocks.Persistence;
using Project06.Host.Data;
using Serilog;
using Serilog.Formatting.Json;

namespace Project06.Host.Web;

/// <summary>The framework's own services and the order of the request's path.</summary>
internal static class WebPipeline
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(new JsonFormatter(renderMessage: true))
            .CreateLogger(), dispose: true);
    }

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<Telemetry>();
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("project06");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DatabaseKeyRepository.Configure>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "form";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Pages that take papers say so themselves; no other form is larger than this.
        services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = BodyLimit.LargestForm);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PublicLookups);
        });
        return services;
    }

    // Public pages behind printed codes: enough for a counter that checks papers all day, too little to try tokens.
    private static RateLimitPartition<string> PublicLookups(HttpContext context)
    {
        var path = context.Request.Path;
        if (!path.StartsWithSegments("/c") && !path.StartsWithSegments("/r"))
            return RateLimitPartition.GetNoLimiter("");
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = Minute });
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseRequestLog();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseLanguages();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment() && app.Configuration.GetValue("Site:Hsts", false))
            app.UseHsts();
        app.UseRouting();
        app.UseBodyLimit();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready").AllowAnonymous();
    }
}

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealth(ModuleDataSources sources) : Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck
{
    public async Task<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult> CheckHealthAsync(
        Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = sources.OfRole("p06_host").CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
