namespace Project06.CivilStatus.Domain;

/// <summary>One dated row of <c>data/civil-status/birth-rules.json</c>; what isn't verified says so there.</summary>
internal sealed record BirthRule(
    DateOnly ValidFrom, DateOnly? ValidTo, int RegisterWithinDays, bool RegisterWithinVerified, string LegalBasis,
    bool PaperBookPrevails, string PaperBookPrevailsBasis, string CertificateForm, bool CertificateFormVerified,
    int EntriesPerVolume, bool EntriesPerVolumeVerified, int ParentYearsOlder, bool ParentYearsOlderVerified,
    int SiblingDaysApart, bool SiblingDaysApartVerified);

/// <summary>The rules of birth registration by date.</summary>
internal sealed class BirthRules(IReadOnlyList<BirthRule> rows)
{
    public static BirthRules Load(string folder) => new(RuleFile.Read<BirthRule>(folder, "birth-rules.json"));

    /// <summary>The row in force on a day.</summary>
    public BirthRule On(DateOnly day) =>
        rows.SingleOrDefault(r => r.ValidFrom <= day && (r.ValidTo is null || day <= r.ValidTo))
        ?? throw new InvalidOperationException($"birth-rules.json has no row for {day:yyyy-MM-dd}.");
}
