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
    private readonly string[] kinds;
    private readonly string[] receiving;
    private readonly string[] deciding;

    public DeskScope(Actor actor, ProcedureBook procedures)
    {
        Actor = actor;
        organisations = [.. actor.Posts.Select(post => post.OrganisationCode).Distinct()];
        kinds = [.. actor.Posts.Select(post => post.OrganisationKind).Distinct()];
        Procedures = [.. procedures.All.Where(p => kinds.Contains(p.Offices.Receiving.Kind) || kinds.Contains(p.Offices.Deciding.Kind))];
        receiving = Keys(OfficePlace.Receiving);
        deciding = Keys(OfficePlace.Deciding);
    }

    public Actor Actor { get; }

    /// <summary>Versions of procedures that the actor's kinds of organisation receive or decide.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>The post from which a dossier of these organisations is seen.</summary>
    public ActorPost Post(string receivingOrganisation, string decidingOrganisation) => Actor.Posts.First(post =>
        post.OrganisationCode == receivingOrganisation || post.OrganisationCode == decidingOrganisation);

    /// <summary>Dossiers of the actor's organisations.</summary>
    public IQueryable<Dossier> Visible(IQueryable<Dossier> dossiers) => dossiers.Where(d =>
        organisations.Contains(d.ReceivingOrganisation) || organisations.Contains(d.DecidingOrganisation));

    public IQueryable<Dossier> InTab(IQueryable<Dossier> dossiers, DeskTab tab, DateTimeOffset now)
    {
        var visible = Visible(dossiers);
        var tomorrow = Tomorrow(now);
        var since = now.AddDays(-DoneDays);
        return tab switch
        {
            DeskTab.Mine => Mine(visible.Where(d => d.EndedAt == null)),
            DeskTab.Today => Running(visible).Where(d => d.PromisedAt >= now && d.PromisedAt < tomorrow),
            DeskTab.Overdue => Running(visible).Where(d => d.PromisedAt < now),
            DeskTab.Done => visible.Where(d => d.EndedAt != null && d.EndedAt >= since),
            _ => visible.Where(d => d.EndedAt == null),
        };
    }

    /// <summary>What ended: newest first. Open ones: least time left first, those that wait for the citizen last.</summary>
    public static IQueryable<Dossier> InOrder(IQueryable<Dossier> dossiers, DeskTab tab) => tab == DeskTab.Done
        ? dossiers.OrderByDescending(d => d.EndedAt).ThenBy(d => d.Id)
        : dossiers.OrderBy(d => d.PausedAt != null || d.State == DossierLifecycle.SupplementRequested).ThenBy(d => d.PromisedAt).ThenBy(d => d.Id);

    public static DateTimeOffset Tomorrow(DateTimeOffset now) => now.LegalDate().AddDays(1).At(TimeOnly.MinValue);

    // Before acceptance no clock is there to stand still; a dossier to be supplemented waits for the citizen all the same.
    private static IQueryable<Dossier> Running(IQueryable<Dossier> dossiers) => dossiers.Where(d =>
        d.EndedAt == null && d.PausedAt == null && d.State != DossierLifecycle.SupplementRequested);

    private IQueryable<Dossier> Mine(IQueryable<Dossier> open) => open.Where(d =>
        receiving.Contains(d.ReceivingOrganisation + "|" + d.ProcedureCode + "|" + d.ProcedureVersion.ToString() + "|" + d.StepId)
        || deciding.Contains(d.DecidingOrganisation + "|" + d.ProcedureCode + "|" + d.ProcedureVersion.ToString() + "|" + d.StepId));

    private string[] Keys(OfficePlace office) =>
    [
        .. from procedure in Procedures
           from step in procedure.Steps
           where step.Actor == StepActor.Office && step.Office == office
           from post in Actor.Posts
           where post.Role == step.Role && post.OrganisationKind == procedure.Offices[office].Kind
           select FormattableString.Invariant($"{post.OrganisationCode}|{procedure.Code}|{procedure.Version}|{step.Id}"),
    ];
}
