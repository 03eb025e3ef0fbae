namespace Project06.PublicServices.Domain;

/// <summary>What a citizen and an office write to each other about a dossier; never changed.</summary>
internal sealed class Letter
{
    /// <summary>After a dossier's end nothing new is written once so many days have gone by.</summary>
    public const int DaysAfterEnd = 30;

    public const int Longest = 2000;

    /// <summary>So many unread letters may lie with the office; it reads before more are taken.</summary>
    public const int MostUnread = 10;

    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }

    /// <summary>The office it went to, or came from.</summary>
    public required string Organisation { get; init; }

    public required bool FromOffice { get; init; }
    public required Guid WrittenBy { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Whether either side may still write about the dossier.</summary>
    public static bool MayWrite(Dossier dossier, DateTimeOffset now) => dossier.EndedAt is not { } ended || now < ended.AddDays(DaysAfterEnd);
}
