namespace Project06.Steering.Domain;

/// <summary>What was counted for one place in one period.</summary>
/// <param name="Received">Dossiers filed in the period.</param>
/// <param name="Online">Of these, filed online.</param>
/// <param name="Ended">Accepted dossiers that ended in the period.</param>
/// <param name="InTime">Of these, by the promised time.</param>
/// <param name="Measured">Of these, with working time known (its calendar was loaded).</param>
/// <param name="Minutes">Working minutes of the measured, summed up.</param>
/// <param name="Sample">Of received and ended together, facts of the sample nation's past.</param>
internal sealed record Counts(long Received, long Online, long Ended, long InTime, long Measured, long Minutes, long Sample)
{
    public static readonly Counts None = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The figure's value; null where there is nothing to divide by, which isn't the same as 0.</summary>
    public decimal? Value(string figure) => figure switch
    {
        Figures.Received => Received,
        Figures.Online => Share(Online, Received),
        Figures.InTime => Share(InTime, Ended),
        Figures.Hours => Measured == 0 ? null : Minutes / 60m / Measured,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "No such figure."),
    };

    public static Counts operator +(Counts a, Counts b) => new(
        a.Received + b.Received, a.Online + b.Online, a.Ended + b.Ended, a.InTime + b.InTime,
        a.Measured + b.Measured, a.Minutes + b.Minutes, a.Sample + b.Sample);

    private static decimal? Share(long part, long whole) => whole == 0 ? null : (decimal)part / whole;
}
