namespace Project06.Ui;

/// <summary>
/// Top of an official paper: issuing office on the left, the national heading on the right.
/// Model of the partial <c>_NationalHeading</c>.
/// </summary>
/// <param name="Authority">The office above, or the only line (ỦY BAN NHÂN DÂN).</param>
/// <param name="Office">The issuing office (PHƯỜNG CỬA NAM); underlined.</param>
/// <param name="Number">Number of the paper, or null where the form has none.</param>
/// <param name="Place">Place of issue, before the date.</param>
/// <param name="Date">Day of issue, or null when it isn't signed yet.</param>
public sealed record NationalHeading(
    string Authority,
    string? Office = null,
    string? Number = null,
    string? Place = null,
    DateOnly? Date = null);
