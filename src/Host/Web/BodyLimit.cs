using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Project06.Host.Web;

/// <summary>
/// A body that says it is larger than its page takes is answered with 413 before anything reads it: read later, while the
/// form's protection is checked, it would look like a form that has expired.
/// </summary>
internal static class BodyLimit
{
    /// <summary>What pages take that don't say otherwise.</summary>
    public const long LargestForm = 1 << 20;

    private const long ReadAway = 256 << 20;

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : LargestForm;
        var isAnswered = context.Features.Get<IStatusCodeReExecuteFeature>() is not null; // by the page that says so
        if (isAnswered || limit is null || context.Request.ContentLength is not { } length || length <= limit)
            return next(context);
        // A browser reads an answer once it has sent everything; what it sends is thrown away, within reason.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = ReadAway;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
