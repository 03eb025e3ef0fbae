namespace Project06.PublicServices.Features.Desk;

/// <summary>The queues of the desk, as the address names them.</summary>
internal enum DeskTab
{
    /// <summary>What one of the actor's roles can move now and no colleague has taken on.</summary>
    Mine,
    /// <summary>Of these, what nobody has taken on yet.</summary>
    Unassigned,
    /// <summary>Everything open that the actor's organisations receive or decide.</summary>
    Office,
    /// <summary>Due before the end of today, and not late yet.</summary>
    Today,
    /// <summary>Past the promised time.</summary>
    Overdue,
    /// <summary>Ended within <see cref="DeskScope.DoneDays"/> days.</summary>
    Done,
}

/// <summary>In what order a queue stands, as the address names it.</summary>
internal enum DeskSort
{
    /// <summary>Least time left first.</summary>
    Due,
    /// <summary>Filed last, first.</summary>
    Newest,
    /// <summary>Filed first, first.</summary>
    Oldest,
}

/// <summary>Whose dossiers a queue is narrowed to.</summary>
internal enum DeskHolder { Any, Me, Nobody, Colleague }

internal static class DeskTabs
{
    public static readonly IReadOnlyList<DeskTab> All = Enum.GetValues<DeskTab>();

    public static DeskSort ParseSort(string? slug) => Enum.GetValues<DeskSort>().FirstOrDefault(sort => Slug(sort) == slug);

    public static DeskHolder ParseHolder(string? slug) => Enum.GetValues<DeskHolder>().FirstOrDefault(holder => Slug(holder) == slug);

    public static string Slug(Enum value) => value.ToString().ToLowerInvariant();

    public static string Slug(this DeskTab tab) => tab.ToString().ToLowerInvariant();

    /// <summary>The tab of an address; anything unknown is the first one.</summary>
    public static DeskTab Parse(string? slug) => All.FirstOrDefault(tab => tab.Slug() == slug);
}
