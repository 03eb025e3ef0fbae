using System.Diagnostics;
using Microsoft.AspNetCore.Routing;

namespace Project06.Host.Web;

/// <summary>
/// One log line a request: route, status, time; never the address as typed, which may hold what a person wrote. Sends
/// the correlation id and the server's own time back as headers.
/// </summary>
internal static class RequestLog
{
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Project06.Requests");
        return app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            var correlation = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            context.Response.Headers["X-Correlation-Id"] = correlation;
            context.Response.OnStarting(() =>
            {
                var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                context.Response.Headers["Server-Timing"] = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture, $"app;dur={taken:0.0}");
                return Task.CompletedTask;
            });
            try
            {
                await next();
            }
            finally
            {
                var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
                log.LogInformation("{Method} {Route} {Status} {Milliseconds:0.0} ms {CorrelationId}",
                    context.Request.Method, route, context.Response.StatusCode,
                    Stopwatch.GetElapsedTime(started).TotalMilliseconds, correlation);
            }
        });
    }
}
