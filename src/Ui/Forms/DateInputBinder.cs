using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Project06.Ui.Forms;

/// <summary>
/// Binds <see cref="DateOnly"/> and <see cref="DateInput"/> from the three boxes of a date field, or from one value
/// (2026-11-18 or 18/11/2026, as filters and links send it).
/// </summary>
internal sealed class DateInputBinder(DateInputErrors errors, IStringLocalizer<Texts> texts) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var wantsParts = bindingContext.ModelType == typeof(DateInput);
        var input = Read(bindingContext, wantsParts ? DatePrecision.Any : DatePrecision.Day);
        if (input is null)
        {
            return Task.CompletedTask;
        }

        var name = bindingContext.ModelName;
        bindingContext.ModelState.SetModelValue(name, input, $"{input.Day}/{input.Month}/{input.Year}");
        if (errors.AddTo(bindingContext.ModelState, name, input))
        {
            bindingContext.Result = wantsParts ? ModelBindingResult.Success(input) : ModelBindingResult.Failed();
        }
        else if (wantsParts)
        {
            bindingContext.Result = ModelBindingResult.Success(input);
        }
        else if (input.Date is { } date)
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(name, texts["date.missing"]);
        }

        return Task.CompletedTask;
    }

    private static DateInput? Read(ModelBindingContext context, DatePrecision precision)
    {
        ValueProviderResult Part(string suffix) => context.ValueProvider.GetValue(context.ModelName + suffix);

        var (day, month, year) = (Part(".Day"), Part(".Month"), Part(".Year"));
        if (day != ValueProviderResult.None || month != ValueProviderResult.None || year != ValueProviderResult.None)
        {
            return DateInput.Parse(day.FirstValue, month.FirstValue, year.FirstValue, precision);
        }

        var whole = context.ValueProvider.GetValue(context.ModelName);
        return whole == ValueProviderResult.None ? null : DateInput.Parse(whole.FirstValue, precision: precision);
    }
}

internal sealed class DateInputBinderProvider(DateInputErrors errors, IStringLocalizer<Texts> texts) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) || context.Metadata.ModelType == typeof(DateInput)
            ? new DateInputBinder(errors, texts)
            : null;
}
