using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Requests;

namespace Project06.BuildingBlocks.Pages;

/// <summary>A page that loads what it shows in one place, for GET and for a refused POST alike.</summary>
public interface ILoadsPage
{
    /// <summary>Loads what the page shows; posted input is left as it was typed.</summary>
    Task LoadAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Turns a ValidationException into the same page with 422 and the messages at their fields, and a
/// <see cref="NotFoundException"/> into a 404.
/// </summary>
public sealed class ValidationPageFilter : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        switch (executed.Exception)
        {
            case ValidationException invalid when executed.HandlerInstance is PageModel page:
                foreach (var failure in invalid.Errors)
                    page.ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
                executed.ExceptionHandled = true;
                executed.Result = await page.UnprocessableAsync(context.HttpContext.RequestAborted);
                break;
            case NotFoundException:
                executed.ExceptionHandled = true;
                executed.Result = new NotFoundResult();
                break;
        }
    }
}

/// <summary>Re-rendering a page whose POST was refused.</summary>
public static class RefusedPages
{
    /// <summary>The same page again with status 422: what was typed is still there, errors from ModelState.</summary>
    public static async Task<IActionResult> UnprocessableAsync(this PageModel page, CancellationToken cancellationToken)
    {
        if (page is ILoadsPage loads)
            await loads.LoadAsync(cancellationToken);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }

    /// <summary>Shows a refusal at its field (or at the top) and re-renders with 422.</summary>
    public static Task<IActionResult> RefuseAsync(this PageModel page, Error error, CancellationToken cancellationToken)
    {
        page.ModelState.AddModelError(error.Field ?? "", error.Text);
        return page.UnprocessableAsync(cancellationToken);
    }
}
