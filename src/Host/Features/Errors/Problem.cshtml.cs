using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Project06.Host.Features.Errors;

/// <summary>What happened, what it means, what to do; with the number by which support finds the log.</summary>
[ResponseCache(NoStore = true), IgnoreAntiforgeryToken]
internal sealed class ProblemModel(IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 413, 429];

    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string CorrelationId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        var kind = status is { } code && Known.Contains(code) ? code.ToString(System.Globalization.CultureInfo.InvariantCulture) : "500";
        Title = texts[$"error.{kind}.title"];
        Text = texts[$"error.{kind}.text"];
    }
}
