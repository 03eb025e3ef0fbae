using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>
/// Which dossiers an official sees, and which of them wait for one of their roles. Who acts at a step is written in
/// the procedure's folder, so the steps are looked up there and the database only compares short lists.
/// </summary>
internal sealed class DeskScope
{
    public const int DoneDays = 30;

    private readonly string[] organisations;
    private readonly string[] roles;
    private readonly string[] seats;
    private readonly bool receives;
    private readonly bool decides;

    public DeskScope(Actor actor, ProcedureBook procedures)
    {
        Actor = actor;
        organisations = actor.Desks();
        roles = [.. actor.AtDesk().Select(post => post.Role).Distinct()];
        seats = [.. actor.AtDesk().Select(post => $"{post.OrganisationCode}|{post.Role}").Distinct()];
        var kinds = actor.AtDesk().Select(post => post.OrganisationKind).ToHashSet();
        Procedures = [.. procedures.All.Where(p => kinds.Contains(p.Offices.Receiving.Kind) || kinds.Contains(p.Offices.Deciding.Kind))];
        // One condition rather than two with "or": the queue is then read from one index, in its order.
        decides = Procedures.Any(p => kinds.Contains(p.Offices.Deciding.Kind));
        receives = Procedures.Any(p => kinds.Contains(p.Offices.Receiving.Kind) && p.Offices.Receiving.Kind != p.Offices.Deciding.Kind);
    }

    public Actor Actor { get; }

    /// <summary>Versions of procedures that the actor's kinds of organisation receive or decide.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>The post from which a dossier of these organisations is seen.</summary>
    public ActorPost Post(string receivingOrganisation, string decidingOrganisation) => Actor.AtDesk().First(post =>
        post.OrganisationCode == receivingOrganisation || post.OrganisationCode == decidingOrganisation);

    /// <summary>Dossiers of the actor's organisations.</summary>
    // An office alone is compared by "=": with "= ANY" PostgreSQL doesn't take the index for the queue's order.
    public IQueryable<Dossier> Visible(IQueryable<Dossier> dossiers) => (receives, decides, organisations) switch
    {
        (true, true, _) => dossiers.Where(d => organisations.Contains(d.ReceivingOrganisation) || organisations.Contains(d.DecidingOrganisation)),
        (true, false, [var office]) => dossiers.Where(d => d.ReceivingOrganisation == office),
        (true, false, _) => dossiers.Where(d => organisations.Contains(d.ReceivingOrganisation)),
        (_, _, [var office]) => dossiers.Where(d => d.DecidingOrganisation == office),
        _ => dossiers.Where(d => organisations.Contains(d.DecidingOrganisation)),
    };

    /// <summary>Open dossiers of a tab, or what ended lately: the one place that says what lies where.</summary>
    public IQueryable<Dossier> InTab(IQueryable<Dossier> dossiers, DeskTab tab, DateTimeOffset now)
    {
        var (tomorrow, since) = (Tomorrow(now), now.AddDays(-DoneDays));
        return tab switch
        {
            DeskTab.Done => Visible(dossiers).Where(d => d.EndedAt != null && d.EndedAt >= since),
            DeskTab.Mine => Mine(dossiers),
            DeskTab.Unassigned => Seated(dossiers).Where(d => d.HolderId == null || d.HolderRole != d.ActingRole),
            DeskTab.Today => Visible(dossiers).Where(d => d.EndedAt == null && !d.Waits && d.PromisedAt >= now && d.PromisedAt < tomorrow),
            DeskTab.Overdue => Visible(dossiers).Where(d => d.EndedAt == null && !d.Waits && d.PromisedAt < now),
            _ => Visible(dossiers).Where(d => d.EndedAt == null),
        };
    }

    /// <summary>What one of the actor's seats can move now and no colleague has taken on.</summary>
    private IQueryable<Dossier> Mine(IQueryable<Dossier> dossiers) =>
        Seated(dossiers).Where(d => d.HolderId == null || d.HolderRole != d.ActingRole || d.HolderId == Actor.PersonId);

    // Whose seat acts is an office that receives or decides, so that what waits for a seat is visible from it.
    private IQueryable<Dossier> Seated(IQueryable<Dossier> dossiers) => (organisations, roles) switch
    {
        ([var office], [var role]) => dossiers.Where(d => d.EndedAt == null && d.ActingOrganisation == office && d.ActingRole == role),
        _ => dossiers.Where(d => d.EndedAt == null && organisations.Contains(d.ActingOrganisation!) && roles.Contains(d.ActingRole!)
            && seats.Contains(d.ActingOrganisation + "|" + d.ActingRole)),
    };

    /// <summary>What ended: newest first. Open ones: least time left first, those that wait for the citizen last.</summary>
    public static IQueryable<Dossier> InOrder(IQueryable<Dossier> dossiers, DeskTab tab, DeskSort sort) => sort switch
    {
        DeskSort.Newest => dossiers.OrderByDescending(d => d.FiledAt).ThenBy(d => d.Id),
        DeskSort.Oldest => dossiers.OrderBy(d => d.FiledAt).ThenBy(d => d.Id),
        _ when tab == DeskTab.Done => dossiers.OrderByDescending(d => d.EndedAt).ThenBy(d => d.Id),
        _ => dossiers.OrderBy(d => d.Waits).ThenBy(d => d.PromisedAt).ThenBy(d => d.Id),
    };

    public static DateTimeOffset Tomorrow(DateTimeOffset now) => now.LegalDate().AddDays(1).At(TimeOnly.MinValue);
}
