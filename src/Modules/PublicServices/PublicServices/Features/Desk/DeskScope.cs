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
    private readonly bool everyRoleEverywhere;
    private readonly bool receives;
    private readonly bool decides;

    public DeskScope(Actor actor, ProcedureBook procedures)
    {
        Actor = actor;
        organisations = [.. actor.Posts.Select(post => post.OrganisationCode).Distinct()];
        roles = [.. actor.Posts.Select(post => post.Role).Distinct()];
        seats = [.. actor.Posts.Select(post => $"{post.OrganisationCode}|{post.Role}").Distinct()];
        everyRoleEverywhere = seats.Length == organisations.Length * roles.Length;
        var kinds = actor.Posts.Select(post => post.OrganisationKind).ToHashSet();
        Procedures = [.. procedures.All.Where(p => kinds.Contains(p.Offices.Receiving.Kind) || kinds.Contains(p.Offices.Deciding.Kind))];
        // One condition rather than two with "or": the queue is then read from one index, in its order.
        decides = Procedures.Any(p => kinds.Contains(p.Offices.Deciding.Kind));
        receives = Procedures.Any(p => kinds.Contains(p.Offices.Receiving.Kind) && p.Offices.Receiving.Kind != p.Offices.Deciding.Kind);
    }

    public Actor Actor { get; }

    /// <summary>Versions of procedures that the actor's kinds of organisation receive or decide.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>The post from which a dossier of these organisations is seen.</summary>
    public ActorPost Post(string receivingOrganisation, string decidingOrganisation) => Actor.Posts.First(post =>
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

    public IQueryable<Dossier> InTab(IQueryable<Dossier> dossiers, DeskTab tab, DateTimeOffset now)
    {
        if (tab == DeskTab.Done)
        {
            var since = now.AddDays(-DoneDays);
            return Visible(dossiers).Where(d => d.EndedAt != null && d.EndedAt >= since);
        }
        var open = Flagged(dossiers, now);
        return (tab switch
        {
            DeskTab.Mine => open.Where(f => f.Mine),
            DeskTab.Unassigned => open.Where(f => f.Mine && f.Free),
            DeskTab.Today => open.Where(f => f.Today),
            DeskTab.Overdue => open.Where(f => f.Overdue),
            _ => open,
        }).Select(f => f.Dossier);
    }

    /// <summary>The open dossiers with what decides in which tabs each lies: the one place that says so.</summary>
    public IQueryable<DeskFlags> Flagged(IQueryable<Dossier> dossiers, DateTimeOffset now)
    {
        var tomorrow = Tomorrow(now);
        return Visible(dossiers).Where(d => d.EndedAt == null).Select(d => new DeskFlags
        {
            Dossier = d,
            Mine = organisations.Contains(d.ActingOrganisation!) && roles.Contains(d.ActingRole!)
                && (everyRoleEverywhere || seats.Contains(d.ActingOrganisation + "|" + d.ActingRole))
                && (d.HolderId == null || d.HolderRole != d.ActingRole || d.HolderId == Actor.PersonId),
            Free = d.HolderId == null || d.HolderRole != d.ActingRole,
            Today = !d.Waits && d.PromisedAt >= now && d.PromisedAt < tomorrow,
            Overdue = !d.Waits && d.PromisedAt < now,
        });
    }

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

/// <summary>An open dossier and the tabs it lies in.</summary>
internal sealed class DeskFlags
{
    public required Dossier Dossier { get; init; }
    public required bool Mine { get; init; }
    public required bool Free { get; init; }
    public required bool Today { get; init; }
    public required bool Overdue { get; init; }
}
