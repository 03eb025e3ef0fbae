using Microsoft.Extensions.Localization;

namespace Project06.PublicServices.Procedures;

/// <summary>The sentence for an error: the folder's own, or one of FormTexts, in the reader's language.</summary>
internal sealed class FormErrorTexts(IStringLocalizer<FormTexts> texts)
{
    public string Of(FieldError error) =>
        error.Own?.Here ?? texts[error.Key, [.. error.Args.Select(arg => arg is Words words ? words.Here : arg)]];

    /// <summary>Where a known value comes from, such as "Cơ sở dữ liệu quốc gia về dân cư".</summary>
    public string Source(PrefillSource source) => source switch
    {
        { PersonField: null, Attribute.Suffix: "" } => texts["source.yourself"],
        { Attribute.Suffix: ".spouse" or ".marriage-entry" or ".marriage-date" } => texts["source.marriage"],
        _ => texts["source.population"],
    };
}
