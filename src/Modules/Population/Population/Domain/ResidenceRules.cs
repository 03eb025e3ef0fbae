namespace Project06.Population.Domain;

/// <summary>What the law says of spans of residence on a day.</summary>
/// <param name="TemporaryLeastDays">A stay this long is a temporary residence.</param>
/// <param name="TemporaryMostYears">And lasts no longer than this at a time.</param>
/// <param name="RenewBeforeDays">Days before its end by which it is renewed.</param>
/// <param name="StayMostDays">The longest short stay, first and last day counted.</param>
/// <param name="NoticeBeforeHour">A stay is notified before this hour of its first day.</param>
/// <param name="LateNoticeBeforeHour">Who comes later is notified before this hour of the next day.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force; null: still.</param>
/// <param name="LegalBasis">Where it is said.</param>
internal sealed record ResidenceRule(
    int TemporaryLeastDays, int TemporaryMostYears, int RenewBeforeDays, int StayMostDays, int NoticeBeforeHour,
    int LateNoticeBeforeHour, DateOnly ValidFrom, DateOnly? ValidTo, string LegalBasis)
{
    /// <summary>Days from the first to the last, both counted.</summary>
    public static int Days(DateOnly from, DateOnly until) => until.DayNumber - from.DayNumber + 1;

    /// <summary>Whether it lasts longer than a temporary residence may.</summary>
    public bool IsTooLong(DateOnly from, DateOnly until) => until >= from.AddYears(TemporaryMostYears);
}

/// <summary>The rules by day, from <c>data/population/residence_rules.csv</c>.</summary>
internal sealed class ResidenceRules(IReadOnlyList<ResidenceRule> rows)
{
    /// <exception cref="InvalidOperationException">No row is in force on that day.</exception>
    public ResidenceRule On(DateOnly day) =>
        rows.FirstOrDefault(r => r.ValidFrom <= day && (r.ValidTo is null || day <= r.ValidTo))
        ?? throw new InvalidOperationException($"No rule of residence is in force on {day:yyyy-MM-dd}.");

    public static ResidenceRules Read(string path) => new(CsvRows.Read(path, row => new ResidenceRule(
        CsvRows.Number(row["temporary_least_days"]), CsvRows.Number(row["temporary_most_years"]), CsvRows.Number(row["renew_before_days"]),
        CsvRows.Number(row["stay_most_days"]), CsvRows.Number(row["notice_before_hour"]), CsvRows.Number(row["late_notice_before_hour"]),
        CsvRows.Day(row["valid_from"]) ?? throw new FormatException("valid_from is missing."), CsvRows.Day(row["valid_to"]), row["legal_basis"])));
}
