namespace Project06.CivilStatus.Domain;

/// <summary>What a register is of; each has its own numbers and volumes in every commune.</summary>
internal enum RegisterKind
{
    /// <summary>Sổ đăng ký khai sinh.</summary>
    Birth,
    /// <summary>Sổ đăng ký khai tử.</summary>
    Death,
    /// <summary>Sổ đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch.</summary>
    Change,
    /// <summary>Sổ cấp bản sao trích lục.</summary>
    Copy,
}

/// <summary>What entries of all registers have: a place in a book that is never given again.</summary>
internal interface IRegisterEntry
{
    Guid Id { get; }
    RegisterKind Book { get; }
    string UnitCode { get; }
    int Year { get; }
    int Number { get; }
    int Volume { get; }
    int Version { get; }
}

/// <summary>One volume of a commune's register of a year; sealed pages on paper, closed when full or on 31 December.</summary>
internal sealed class RegisterBook
{
    public required RegisterKind Kind { get; init; }
    public required string UnitCode { get; init; }
    public required int Year { get; init; }

    /// <summary>From 01 again each year.</summary>
    public required int Volume { get; init; }
    public required int FirstNumber { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Events entered when it was closed, those out of force among them.</summary>
    public int? ClosingEvents { get; private set; }

    /// <summary>Pages used when it was closed: a sheet an event, the first page not counted (unverified).</summary>
    public int? ClosingPages { get; private set; }

    public bool HasRoomFor(int number, int entriesPerVolume) => ClosedOn is null && number < FirstNumber + entriesPerVolume;

    /// <summary>Closes with the totals that stand at its end; a closed one stays as it is.</summary>
    public void Close(DateOnly day, int events)
    {
        if (ClosedOn is not null)
            return;
        (ClosedOn, ClosingEvents, ClosingPages) = (day, events, events);
    }

    /// <summary>
    /// "01-TP/HT-2026-KS" in the style of the first edition of the forms; the letters of the other registers are this
    /// product's (unverified for today's forms).
    /// </summary>
    public static string NumberOf(RegisterKind kind, int year, int volume) => $"{volume:00}-TP/HT-{year}-{Letters(kind)}";

    private static string Letters(RegisterKind kind) => kind switch
    {
        RegisterKind.Birth => "KS",
        RegisterKind.Death => "KT",
        RegisterKind.Change => "TĐCC",
        _ => "BS",
    };
}
