using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Project06.Host.Web;

/// <summary>Traces and meters of the framework, the database driver and the outbox, sent by OTLP where an address is configured.</summary>
internal sealed class Telemetry(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _meters;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Otlp:Endpoint"] is not { Length: > 0 } address)
            return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault().AddService("project06");
        void Export(OtlpExporterOptions o) => o.Endpoint = new Uri(address);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Npgsql", "Project06.Outbox").AddOtlpExporter(Export).Build();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql").AddOtlpExporter(Export).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
    }
}
