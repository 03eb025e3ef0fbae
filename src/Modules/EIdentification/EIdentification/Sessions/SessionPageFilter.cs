using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Project06.EIdentification.Sessions;

/// <summary>
/// What a session means for every page: a signed-in page says when it locks itself, and a form whose
/// protection has run out leads to a page that explains, not to a bare 400.
/// </summary>
internal sealed class SessionPageFilter(TimeProvider clock, IOptions<EIdentificationOptions> options) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (context.Result is IAntiforgeryValidationFailedResult && SessionCookie.WantsPage(http.Request))
        {
            context.Result = new RedirectResult(QueryHelpers.AddQueryString(
                http.Request.PathBase + "/sign-in/expired", "returnUrl", SessionCookie.PageAddress(http.Request)));
            return;
        }
        if (http.Items[typeof(SessionState)] is not SessionState session)
            return;
        if (context.Controller is PageModel page)
        {
            page.ViewData["IdleMinutes"] = session.IdleLimit(options.Value, clock.GetUtcNow()).TotalMinutes;
            page.ViewData["LockUrl"] = QueryHelpers.AddQueryString(http.Request.PathBase + "/sign-in/unlock", new Dictionary<string, string?>
            {
                ["lock"] = "true",
                ["returnUrl"] = SessionCookie.PageAddress(http.Request),
            });
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
