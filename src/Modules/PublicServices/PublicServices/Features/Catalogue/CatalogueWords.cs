using System.Globalization;
using Microsoft.Extensions.Localization;
using Project06.PublicServices.Features.Catalogue.Book;
using Project06.Ui;

namespace Project06.PublicServices.Features.Catalogue;

/// <summary>The catalogue's terms in the reader's language; what has no English stays Vietnamese.</summary>
internal sealed class CatalogueWords(IStringLocalizer<GuideTexts> texts)
{
    private const string Province = "UBND ";

    public static bool IsEnglish => UiLanguage.Code == "en";

    /// <summary>For a <c>lang</c> attribute of Vietnamese text; null where the page is Vietnamese anyway.</summary>
    public static string? Vietnamese => IsEnglish ? "vi" : null;

    public bool IsTranslated(CatalogueEntry entry) => IsEnglish && entry.EnglishName is not null;

    public string Agency(string promulgator) => promulgator.Length == 0 ? texts["agency.unknown"]
        : IsEnglish && promulgator.StartsWith(Province, StringComparison.Ordinal) ? texts["agency.province", promulgator[Province.Length..].Replace("tỉnh ", "", StringComparison.Ordinal).Replace("Thành phố ", "", StringComparison.Ordinal)]
        : Told("agency." + Slugs.Of(promulgator), promulgator);

    public string Subject(string subject) => Told("subject." + Slugs.Of(subject), subject);

    public string Levels(AgencyLevels levels) => levels == AgencyLevels.None ? texts["level.none"]
        : string.Join(", ", Each.Where(level => (levels & level) != 0).Select(Level));

    public string Level(AgencyLevels level) => texts["level." + Slug(level)];

    public string Event(LifeEvent happening) => IsEnglish ? happening.En : happening.Vi;

    public string Channel(string channel) => Told("channel." + channel.ToLowerInvariant(), channel);

    /// <summary>"7 ngày làm việc"; null where no time is told.</summary>
    public string? Time(string time, string unit) => time.Trim() is not { Length: > 0 } told ? null
        : unit.Length == 0 || unit == "OTHER" ? told : texts["unit." + unit.ToLowerInvariant(), told];

    public string Money(long amount, string currency) => amount == 0 ? texts["fee.free"]
        : currency == "USD" ? texts["fee.usd", amount] : texts["fee.vnd", amount.ToString("#,0", CultureInfo.CurrentUICulture)];

    public static IReadOnlyList<AgencyLevels> Each { get; } = [AgencyLevels.Commune, AgencyLevels.Province, AgencyLevels.Ministry, AgencyLevels.Other];

    public static string Slug(AgencyLevels level) => level.ToString().ToLowerInvariant();

    public static AgencyLevels ReadLevel(string? slug) => Each.FirstOrDefault(level => Slug(level) == slug);

    private string Told(string key, string otherwise) => texts[key] is { ResourceNotFound: false } text ? text.Value : otherwise;
}
