using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;


namespace Project06.Ui.TagHelpers;

/// <summary>What ModelState and the posted form know about a field, by its name.</summary>
internal static class FieldState
{
    public static string Id(string name) => TagBuilder.CreateSanitizedId(name, "-");

    public static IReadOnlyList<string> Errors(ViewContext context, string name, IStringLocalizer<Texts> texts) =>
        context.ModelState.TryGetValue(name, out var entry) ? Errors(entry, texts) : [];

    public static IReadOnlyList<string> Errors(ModelStateEntry entry, IStringLocalizer<Texts> texts) =>
    [
        .. entry.Errors
            .Select(error => string.IsNullOrEmpty(error.ErrorMessage) ? texts["errors.unreadable"].Value : error.ErrorMessage)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What was typed, when a form comes back; null when this is a fresh page.</summary>
    public static string? Typed(ViewContext context, string name)
    {
        if (PostedForm(context) is { } form)
        {
            // A form that was posted without this field: an unticked box, or another form of the same page.
            return form.TryGetValue(name, out var posted) ? posted.ToString() : null;
        }

        return context.ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;
    }

    /// <summary>The form as far as it was read: one that was too large to read mustn't fail again while its page is drawn.</summary>
    public static IFormCollection? PostedForm(ViewContext context) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method)
            ? context.HttpContext.Features.Get<IFormFeature>()?.Form
            : null;
}
