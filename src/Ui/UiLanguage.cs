using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Project06.Ui;

/// <summary>The reader's language and the link that changes it.</summary>
public static class UiLanguage
{
    /// <summary>"vi" or "en", for <c>lang</c> attributes.</summary>
    public static string Code => IsEnglish ? "en" : "vi";

    internal static bool IsEnglish =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>The language one click away.</summary>
    public static string Other => IsEnglish ? "vi" : "en";

    /// <summary>The page's own address in another language: <c>?lang=</c> is replaced, the rest of the query stays.</summary>
    public static string SwitchHref(HttpContext context)
    {
        var (path, query) = AddressOf(context);
        var kept = QueryHelpers.ParseQuery(query)
            .Where(pair => !string.Equals(pair.Key, "lang", StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create<string, string?>("lang", Other));
        return QueryHelpers.AddQueryString(path, kept);
    }

    private static (string Path, string? Query) AddressOf(HttpContext context)
    {
        // An error page is the same request run again at another path: the reader's address is the first one.
        var request = context.Request;
        return context.Features.Get<IStatusCodeReExecuteFeature>() is { } first
            ? (first.OriginalPathBase + first.OriginalPath, first.OriginalQueryString)
            : (request.PathBase + request.Path, request.QueryString.Value);
    }
}
