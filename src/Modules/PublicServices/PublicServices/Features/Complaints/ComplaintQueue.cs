using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk.Opinions;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Complaints;

/// <summary>A complaint with the dossier it is about.</summary>
internal sealed record ComplaintCase(Complaint Complaint, Dossier Dossier, Procedure Procedure);

/// <summary>What citizens complained about to the offices that the actor heads.</summary>
internal sealed class ComplaintQueue(PublicServicesDbContext db, ProcedureBook procedures, ReferenceBook reference, ComplaintLimitBook limits, IMediator mediator)
{
    public const int Most = 100;

    private static readonly string[] Heads = [Roles.CentreHead, Roles.CommuneLeader, Roles.PoliceLeader, Roles.RecordsLeader];

    /// <summary>The offices whose complaints the actor answers.</summary>
    public static string[] Headed(Actor actor) => [.. actor.Posts.Where(p => Heads.Contains(p.Role)).Select(p => p.OrganisationCode).Distinct()];

    /// <summary>The office whose head answers: the one that has the dossier, after its end the one that decided.</summary>
    public static string OfficeOf(Dossier dossier, Step step) =>
        !dossier.IsOpen ? dossier.DecidingOrganisation : step.Office is { } place ? dossier.OrganisationOf(place) : dossier.ReceivingOrganisation;

    /// <summary>Open ones first, least time left first; then the latest answered.</summary>
    public async Task<IReadOnlyList<ComplaintCase>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var headed = Headed(actor);
        var rows = await (
            from complaint in db.Complaints.AsNoTracking()
            where headed.Contains(complaint.Organisation)
            join dossier in db.Dossiers.AsNoTracking() on complaint.DossierId equals dossier.Id
            orderby complaint.AnsweredAt != null, complaint.AnsweredAt descending, complaint.DueAt
            select new { complaint, dossier }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => Case(row.complaint, row.dossier))];
    }

    /// <summary>A complaint to an office that the actor heads, where they aren't part of the dossier themselves.</summary>
    /// <exception cref="NotFoundException">There is none, or another's office answers it.</exception>
    public async Task<ComplaintCase> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var headed = Headed(actor);
        var complaint = await db.Complaints.SingleOrDefaultAsync(c => c.Id == id && headed.Contains(c.Organisation), cancellationToken)
            ?? throw new NotFoundException("complaint");
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == complaint.DossierId, cancellationToken);
        return DossierAccess.Concerns(dossier, actor) ? throw new NotFoundException("complaint") : Case(complaint, dossier);
    }

    /// <summary>The two dates of a complaint to an office, by that office's calendar and the limits of that day, with how they came about.</summary>
    public async Task<(WorkingDeadline Reject, WorkingDeadline Answer)> ClockAsync(string organisation, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var office = (await mediator.Send(new FindOrganisations([organisation]), cancellationToken)).FirstOrDefault();
        var calendar = AskOpinionHandler.CalendarOf(office?.Kind ?? "", reference);
        var here = limits.At(from);
        return (calendar.Deadline(from, new TimeLimit(here.Refuse.Days, TimeLimitUnit.WorkingDay)),
            calendar.Deadline(from, new TimeLimit(here.Settle.Days, TimeLimitUnit.WorkingDay)));
    }

    private ComplaintCase Case(Complaint complaint, Dossier dossier) =>
        new(complaint, dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion));
}
