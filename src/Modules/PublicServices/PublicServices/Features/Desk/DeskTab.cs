namespace Project06.PublicServices.Features.Desk;

/// <summary>The queues of the desk, as the address names them.</summary>
internal enum DeskTab
{
    /// <summary>What one of the actor's roles can move now.</summary>
    Mine,
    /// <summary>Everything open that the actor's organisations receive or decide.</summary>
    Office,
    /// <summary>Due before the end of today, and not late yet.</summary>
    Today,
    /// <summary>Past the promised time.</summary>
    Overdue,
    /// <summary>Ended within <see cref="DeskScope.DoneDays"/> days.</summary>
    Done,
}

internal static class DeskTabs
{
    public static readonly IReadOnlyList<DeskTab> All = Enum.GetValues<DeskTab>();

    public static string Slug(this DeskTab tab) => tab.ToString().ToLowerInvariant();

    /// <summary>The tab of an address; anything unknown is the first one.</summary>
    public static DeskTab Parse(string? slug) => All.FirstOrDefault(tab => tab.Slug() == slug);
}
