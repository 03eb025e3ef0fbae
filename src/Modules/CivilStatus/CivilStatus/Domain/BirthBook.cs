namespace Project06.CivilStatus.Domain;

/// <summary>One volume of a commune's birth book of a year; sealed pages on paper, closed when full or on 31 December.</summary>
internal sealed class BirthBook
{
    public required string UnitCode { get; init; }
    public required int Year { get; init; }

    /// <summary>From 01 again each year.</summary>
    public required int Volume { get; init; }
    public required int FirstNumber { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; private set; }

    public bool HasRoomFor(int number, int entriesPerVolume) => ClosedOn is null && number < FirstNumber + entriesPerVolume;

    public void Close(DateOnly day) => ClosedOn ??= day;
}
