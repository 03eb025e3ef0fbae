namespace Project06.CivilStatus.Domain;

/// <summary>One dated row of <c>data/civil-status/death-rules.json</c>; what isn't verified says so there.</summary>
internal sealed record DeathRule(
    DateOnly ValidFrom, DateOnly? ValidTo, int RegisterWithinDays, bool RegisterWithinVerified, string LegalBasis,
    string PaperTitle, string PaperTitleEn, string PaperTitleBasis, bool PaperBookPrevails, string PaperBookPrevailsBasis,
    int EntriesPerVolume, bool EntriesPerVolumeVerified, IReadOnlyList<string> RevocationLaw, bool RevocationLawVerified);

/// <summary>The rules of death registration by date.</summary>
internal sealed class DeathRules(IReadOnlyList<DeathRule> rows)
{
    public static DeathRules Load(string folder) => new(RuleFile.Read<DeathRule>(folder, "death-rules.json"));

    /// <summary>The row in force on a day.</summary>
    public DeathRule On(DateOnly day) =>
        rows.SingleOrDefault(r => r.ValidFrom <= day && (r.ValidTo is null || day <= r.ValidTo))
        ?? throw new InvalidOperationException($"death-rules.json has no row for {day:yyyy-MM-dd}.");
}
