using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Project06.Host.Web;

/// <summary>Vietnamese first, English one click away: <c>?lang=</c> to share, a cookie to remember.</summary>
internal static class Languages
{
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app)
    {
        CultureInfo[] known = [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")];
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture("vi"),
            SupportedCultures = known,
            SupportedUICultures = known,
            RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
                new CookieRequestCultureProvider { CookieName = "lang" },
            ],
        };
        app.Use((context, next) =>
        {
            if (context.Request.Query["lang"].ToString() is var language && (language is "vi" or "en"))
            {
                context.Response.Cookies.Append(
                    "lang", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
                    new CookieOptions
                    {
                        MaxAge = TimeSpan.FromDays(365), HttpOnly = true, IsEssential = true,
                        SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
                    });
            }
            return next();
        });
        return app.UseRequestLocalization(options);
    }
}
