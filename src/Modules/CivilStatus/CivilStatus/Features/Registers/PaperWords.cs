using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Features.Registers;

/// <summary>Codes as words of a day, for a document that keeps the words.</summary>
internal sealed class PaperWords(ReferenceSnapshot reference, DateOnly day)
{
    public string UnitName(string unitCode) => Unit(unitCode).FullName;

    public string ProvinceOf(string unitCode) => Unit(Unit(unitCode).ProvinceCode).FullName;

    public string Ethnicity(string code) => reference.FindCode(CodeSystems.EthnicGroup, code, day)?.NameVi ?? code;

    public string Nationality(string code) => reference.FindCode(CodeSystems.Country, code, day)?.NameVi ?? code;

    /// <summary>"Mẹ", from a code of who declares; other words stay as they are.</summary>
    public string Relation(string code) => Relation(CodeSystems.BirthDeclarantRelation, code);

    public string Relation(string system, string code) => reference.FindCode(system, code, day)?.NameVi ?? code;

    public PersonOnPaper OnPaper(Person person) => new(
        person.FullName, person.BirthDate.Year, Ethnicity(person.EthnicCode), Nationality(person.Nationality),
        Residence(person.ResidenceAddress, person.ResidenceUnit));

    public string Residence(string address, string unitCode)
    {
        // An old residence may lie in a unit that is no more: its last name is what papers say.
        var unit = reference.FindUnit(unitCode, day) ?? reference.UnitVersions(unitCode).LastOrDefault();
        var province = unit is null ? null : reference.FindUnit(unit.ProvinceCode, day);
        return string.Join(", ", new[] { address, unit?.FullName ?? unitCode, province?.FullName ?? "" }.Where(p => p.Length > 0));
    }

    /// <summary>Sex from a code of QCVN 109, or its Vietnamese or English word.</summary>
    public static Sex SexOf(string code) => code.Trim().ToLowerInvariant() switch
    {
        "1" or "male" or "nam" => Sex.Male,
        "2" or "female" or "nữ" or "nu" => Sex.Female,
        "0" or "unknown" => Sex.Unknown,
        _ => throw new ArgumentException($"'{code}' is no code of QCVN 109 for sex.", nameof(code)),
    };

    private Unit Unit(string code) => reference.FindUnit(code, day)
        ?? throw new InvalidOperationException($"No unit has the code {code} on {day:yyyy-MM-dd}.");
}
