using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Apologies;

/// <summary>The leader of a dossier's office issues the apology with a new date. Where the system drafted none, this drafts it.</summary>
internal sealed record IssueApology(Guid DossierId, DateOnly? Until, string? Reason, Actor Actor) : IRequest<Result<DateTimeOffset>>;

internal sealed class IssueApologyHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, TimeProvider clock, IStringLocalizer<OfficialFormTexts> texts)
    : IRequestHandler<IssueApology, Result<DateTimeOffset>>
{
    private const int LongestReason = 500;

    public async Task<Result<DateTimeOffset>> Handle(IssueApology command, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == command.DossierId, cancellationToken)
            ?? throw new NotFoundException("dossier");
        var post = ApologyPosts.Of(dossier, command.Actor) ?? throw new NotFoundException("dossier");
        var calendar = flow.CalendarOf(procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion));
        var now = clock.GetUtcNow();
        var apology = await db.Set<Apology>().SingleOrDefaultAsync(a => a.DossierId == dossier.Id, cancellationToken);
        if (apology is null)
        {
            apology = ApologyPosts.Draft(dossier, now, ApologyDates.Propose(ApologyClock.Of(procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), dossier), calendar));
            db.Add(apology);
        }
        if (apology.WhyNot(dossier) is { } why)
            return new Error($"apology.{why}", texts[$"apology.refused.{why}"]);
        if (VietnameseText.CleanLines(command.Reason) is not { Length: > 0 } reason)
            return new Error("apology.reason", texts["apology.reason-missing"], "Reason");
        if (reason.Length > LongestReason)
            return new Error("apology.reason", texts["apology.reason-long", LongestReason], "Reason");
        try
        {
            if (command.Until is not { } day || day <= dossier.PromisedAt.LegalDate() || day <= now.LegalDate())
                return new Error("apology.until", texts["apology.until-later"], "Until");
            if (calendar.Sessions(day) is not { Count: > 0 } sessions)
                return new Error("apology.until", texts["apology.until-closed"], "Until");
            var until = day.At(sessions[^1].Closes);
            apology.Issue(dossier, reason, until, command.Actor.PersonId, post.OrganisationCode, now);
            db.Add(new DossierStep
            {
                Id = Guid.CreateVersion7(now),
                DossierId = dossier.Id,
                At = now,
                Action = Apology.ActionName,
                FromStep = dossier.StepId,
                ToStep = dossier.StepId,
                State = dossier.State,
                ByPersonId = command.Actor.PersonId,
                ByOrganisation = post.OrganisationCode,
                ByRole = post.Role,
                Comment = reason,
            });
            flow.Tell(dossier, Apology.MessageKind, now);
            await db.SaveChangesAsync(cancellationToken);
            return until;
        }
        catch (CalendarYearNotLoadedException missing)
        {
            return new Error("calendar.year-missing", texts["apology.calendar", missing.Year], "Until");
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.InnerException is Npgsql.PostgresException { SqlState: "23505" })
        {
            return new Error("apology.moved-on", texts["apology.refused.moved-on"]);
        }
    }
}

/// <summary>Who may issue: those who lead one of the dossier's offices.</summary>
internal static class ApologyPosts
{
    private static readonly string[] Leading = [Roles.CentreHead, Roles.CommuneLeader, Roles.PoliceLeader, Roles.RecordsLeader];

    public static ActorPost? Of(Dossier dossier, Actor actor) => DossierAccess.Concerns(dossier, actor) ? null : actor.Posts.FirstOrDefault(p =>
        Leading.Contains(p.Role) && (p.OrganisationCode == dossier.DecidingOrganisation || p.OrganisationCode == dossier.ReceivingOrganisation));

    public static Apology Draft(Dossier dossier, DateTimeOffset now, DateTimeOffset proposed) => new()
    {
        DossierId = dossier.Id, PreparedAt = now, PromisedBefore = dossier.PromisedAt, Proposed = proposed,
    };
}
