using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>A question of one office to another, with the dossier it is about.</summary>
internal sealed record OpinionCase(OpinionRequest Opinion, Dossier Dossier, Procedure Procedure);

/// <summary>What other offices ask the actor's offices, and what these asked.</summary>
internal sealed class OpinionQueue(PublicServicesDbContext db, ProcedureBook procedures)
{
    public const int Most = 100;

    public Task<int> CountOpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var mine = actor.Desks();
        return db.Opinions.CountAsync(o => mine.Contains(o.AskedOrganisation) && o.AnsweredAt == null && o.WithdrawnAt == null, cancellationToken);
    }

    /// <summary>Open questions to the actor's offices, then the latest answered ones.</summary>
    public async Task<IReadOnlyList<OpinionCase>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var mine = actor.Desks();
        var rows = await (
            from opinion in db.Opinions.AsNoTracking()
            where mine.Contains(opinion.AskedOrganisation) && opinion.WithdrawnAt == null
            join dossier in db.Dossiers.AsNoTracking() on opinion.DossierId equals dossier.Id
            orderby opinion.AnsweredAt != null, opinion.AnsweredAt descending, opinion.DueAt
            select new { opinion, dossier }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => Case(row.opinion, row.dossier))];
    }

    /// <summary>A question that the actor's office was asked.</summary>
    /// <exception cref="NotFoundException">There is none, or another office was asked.</exception>
    public async Task<OpinionCase> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var mine = actor.Desks();
        var opinion = await db.Opinions.SingleOrDefaultAsync(
            o => o.Id == id && mine.Contains(o.AskedOrganisation) && o.WithdrawnAt == null, cancellationToken)
            ?? throw new NotFoundException("opinion");
        return Case(opinion, await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == opinion.DossierId, cancellationToken));
    }

    /// <summary>What was asked about a dossier, newest last.</summary>
    public Task<List<OpinionRequest>> OfDossierAsync(Guid dossier, CancellationToken cancellationToken) =>
        db.Opinions.AsNoTracking().Where(o => o.DossierId == dossier).OrderBy(o => o.AskedAt).ToListAsync(cancellationToken);

    private OpinionCase Case(OpinionRequest opinion, Dossier dossier) =>
        new(opinion, dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion));
}
