using System.Globalization;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Domain;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.Population.Features.MyData;

/// <summary>Stored values of the record as people read them.</summary>
internal sealed class RecordValues(ReferenceBook references, TimeProvider clock)
{
    /// <summary>A stored text of a change, for Vietnamese papers.</summary>
    public string Vietnamese(string property, string? stored) => stored is null or "" ? "(để trống)" : property switch
    {
        nameof(PersonRecord.BirthDate) or nameof(PersonRecord.DiedOn) =>
            DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture).Written(),
        nameof(PersonRecord.EthnicCode) => Ethnicity(stored, english: false),
        _ => stored,
    };

    public string Ethnicity(string code) => Ethnicity(code, UiLanguage.Code == "en");

    public string Country(string code) => Name(CodeSystems.Country, code, UiLanguage.Code == "en");

    private string Ethnicity(string code, bool english) => Name(CodeSystems.EthnicGroup, code, english);

    private string Name(string system, string code, bool english) =>
        references.Current.FindCode(system, code, clock.Today()) is { } entry ? english ? entry.NameEn : entry.NameVi : code;
}
