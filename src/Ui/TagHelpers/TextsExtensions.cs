using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Project06.Ui.TagHelpers;

internal static class TextsExtensions
{
    public static IStringLocalizer<Texts> Texts(this ViewContext context) =>
        context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
}
