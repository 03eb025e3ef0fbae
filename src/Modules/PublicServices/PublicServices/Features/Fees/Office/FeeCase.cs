using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// A dossier whose money an official may touch: from a cashier's post of the collecting office, or from the post office
/// whose clerk they were when they helped to file it; never their own dossier.
/// </summary>
internal sealed record FeeCase(Dossier Dossier, ActorPost Post)
{
    private static readonly string[] Cashiers = [Roles.ReceivingClerk, Roles.PoliceOfficer, Roles.RecordsOfficer, Roles.PostalClerk];

    /// <summary>Whether the post is the collecting office's own; a post office takes cash for it and decides nothing.</summary>
    public bool IsCollector => Post.OrganisationCode == Dossier.ReceivingOrganisation;

    /// <summary>Who may approve refunds and reconcile.</summary>
    public static readonly IReadOnlyList<string> Overseers = [Roles.CentreHead, Roles.PoliceLeader, Roles.RecordsLeader];

    /// <exception cref="NotFoundException">There is none, or it is another office's, or one's own.</exception>
    public static async Task<FeeCase> FindAsync(PublicServicesDbContext db, string code, Actor actor, CancellationToken cancellationToken)
    {
        if (DossierCode.TryParse(code, null, out var parsed)
            && await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == parsed, cancellationToken) is { } dossier
            && !DossierAccess.Concerns(dossier, actor)
            && (PostIn(actor, dossier.ReceivingOrganisation) ?? await HelpedFromAsync(db, dossier, actor, cancellationToken)) is { } post)
            return new FeeCase(dossier, post);
        throw new NotFoundException("dossier");
    }

    public static ActorPost? PostIn(Actor actor, string organisation) =>
        actor.Posts.FirstOrDefault(p => p.OrganisationCode == organisation && Cashiers.Contains(p.Role));

    private static async Task<ActorPost?> HelpedFromAsync(
        PublicServicesDbContext db, Dossier dossier, Actor actor, CancellationToken cancellationToken) =>
        await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == dossier.VisitId && v.ClerkId == actor.PersonId, cancellationToken) is { } visit
            ? actor.Posts.FirstOrDefault(p => p.OrganisationCode == visit.Organisation && p.Role == Roles.PostalClerk)
            : null;

    /// <summary>The organisations whose money the actor oversees.</summary>
    public static List<string> OverseenBy(Actor actor) => [.. actor.Posts.Where(p => Overseers.Contains(p.Role)).Select(p => p.OrganisationCode).Distinct()];
}
