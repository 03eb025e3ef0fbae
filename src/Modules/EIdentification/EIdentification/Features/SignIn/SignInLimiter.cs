using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Pages;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>How many sign-in forms each client address has sent in the last minute, to this host.</summary>
internal sealed class SignInLimiter(IOptions<EIdentificationOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.SignInPostsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    public bool Allows(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>
/// Answers too many forms with the same page and 429. A page filter rather than the middleware, so that what was typed
/// is still there.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitSignInAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.RequestServices.GetRequiredService<SignInLimiter>().Allows(http))
        {
            await next();
            return;
        }
        var page = (PageModel)context.HandlerInstance;
        page.ModelState.AddModelError("", http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()["sign-in.too-many"]);
        if (page is ILoadsPage loads)
            await loads.LoadAsync(http.RequestAborted);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "60";
        context.Result = result;
    }
}
