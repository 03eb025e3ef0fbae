namespace Project06.PublicServices.Features.Desk;

/// <summary>How many dossiers each tab of the desk has.</summary>
internal sealed record DeskCounts(IReadOnlyDictionary<DeskTab, int> Tabs)
{
    public static readonly DeskCounts None = new(new Dictionary<DeskTab, int>());

    public int Of(DeskTab tab) => Tabs.GetValueOrDefault(tab);
}
