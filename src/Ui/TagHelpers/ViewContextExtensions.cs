using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Project06.Ui.TagHelpers;

internal static class ViewContextExtensions
{
    private static readonly object IdCounter = new();

    public static IStringLocalizer<Texts> Texts(this ViewContext context) =>
        context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>An id that no other element of this page has: a tag helper's own UniqueId repeats in loops.</summary>
    public static string NextId(this ViewContext context, string prefix)
    {
        var items = context.HttpContext.Items;
        var next = items.TryGetValue(IdCounter, out var last) && last is int count ? count + 1 : 1;
        items[IdCounter] = next;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{next}");
    }
}
