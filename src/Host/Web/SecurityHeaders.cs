namespace Project06.Host.Web;

/// <summary>Headers of every answer: nothing inline, nothing from elsewhere, no framing, personal pages never stored.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; object-src 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        // Last of all: the page of an unexpected error begins with all headers cleared.
        context.Response.OnStarting(() =>
        {
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // An address with the hash of its file never shows anything else: no question about it on the next page.
            if (context.Request.Query.ContainsKey("v") && context.Request.Path.StartsWithSegments("/_content") && context.Response.StatusCode == StatusCodes.Status200OK)
                headers.CacheControl = "public, max-age=31536000, immutable";
            if (!headers.ContainsKey("Cache-Control"))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next();
    });
}
