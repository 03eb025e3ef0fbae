using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Rendering;

namespace Project06.PublicServices.Features.OfficialForms;

internal static class FormFiles
{
    /// <summary>The signed file of a form as an answer; 503 where it can't be printed just now.</summary>
    public static async Task<IActionResult> FormFileAsync(
        this PageModel page, FormPrinter printer, OfficialForm form, CancellationToken cancellationToken)
    {
        try
        {
            var pdf = await printer.FileOfAsync(form, cancellationToken);
            page.Response.Headers.CacheControl = "no-store";
            page.Response.Headers.ContentDisposition = $"attachment; filename=\"mau-{form.Kind}-{form.Sheet.DossierCode}.pdf\"";
            return page.File(pdf, "application/pdf");
        }
        catch (PrintException)
        {
            return page.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
