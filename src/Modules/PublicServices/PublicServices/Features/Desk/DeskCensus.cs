namespace Project06.PublicServices.Features.Desk;

/// <summary>Open dossiers of the actor's offices that are alike in all that the desk counts by.</summary>
/// <param name="Ready">No effect of theirs is being carried out.</param>
internal sealed record DeskGroup(
    string ProcedureCode, int ProcedureVersion, string StepId, bool Ready, bool Mine, bool Free, int All, int Today, int Overdue);

/// <summary>What the actor's offices have, counted in one pass over their open dossiers.</summary>
internal sealed record DeskCensus(IReadOnlyList<DeskGroup> Groups, int Done)
{
    public static readonly DeskCensus Empty = new([], 0);

    /// <summary>How many dossiers a tab has.</summary>
    public int Of(DeskTab tab) => tab switch
    {
        DeskTab.Mine => Groups.Where(g => g.Mine).Sum(g => g.All),
        DeskTab.Unassigned => Groups.Where(g => g is { Mine: true, Free: true }).Sum(g => g.All),
        DeskTab.Today => Groups.Sum(g => g.Today),
        DeskTab.Overdue => Groups.Sum(g => g.Overdue),
        DeskTab.Done => Done,
        _ => Groups.Sum(g => g.All),
    };
}
