using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Project06.Ui.Forms;

namespace Project06.Ui;

/// <summary>What Host registers for the design system.</summary>
public static class UiModule
{
    /// <summary>
    /// Adds localisation, an encoder that leaves Vietnamese letters alone, the binder of three-part dates and binding messages in the reader's language.
    /// </summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");

        // The framework's own encoder writes every Vietnamese letter as &#x…;, three times the bytes. Markup is escaped all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PaperStyles>();
        services.AddSingleton(provider =>
            new DateInputErrors(provider.GetRequiredService<IStringLocalizer<Texts>>()));
        services.AddSingleton<IConfigureOptions<MvcOptions>, ConfigureBinding>();
        return services;
    }

    private sealed class ConfigureBinding(DateInputErrors errors, IStringLocalizer<Texts> texts)
        : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            options.ModelBinderProviders.Insert(0, new DateInputBinderProvider(errors, texts));

            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["binding.unreadable"]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["binding.unreadable"]);
            messages.SetUnknownValueIsInvalidAccessor(_ => texts["binding.unreadable"]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["binding.unreadable"]);
            messages.SetValueIsInvalidAccessor(_ => texts["binding.unreadable"]);
            messages.SetValueMustBeANumberAccessor(_ => texts["binding.number"]);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["binding.number"]);
            messages.SetValueMustNotBeNullAccessor(_ => texts["binding.missing"]);
            messages.SetMissingBindRequiredValueAccessor(_ => texts["binding.missing"]);
            messages.SetMissingKeyOrValueAccessor(() => texts["binding.missing"]);
            messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["binding.missing"]);
        }
    }
}
