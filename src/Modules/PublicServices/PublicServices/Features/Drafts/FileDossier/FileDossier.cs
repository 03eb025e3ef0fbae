using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Counter;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Files a draft. Asked twice, it answers twice with the one dossier.</summary>
internal sealed record FileDossier(Guid DraftId, Actor Actor) : IRequest<Result<DossierCode>>;

internal sealed class FileDossierHandler(
    PublicServicesDbContext db, FormBook forms, ProcedureChecks checks, DossierFiling filing,
    TimeProvider clock, IStringLocalizer<Texts> texts) : IRequestHandler<FileDossier, Result<DossierCode>>
{
    private const int Online = 2;

    public async Task<Result<DossierCode>> Handle(FileDossier command, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(
                d => d.Id == command.DraftId && d.ApplicantId == command.Actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("draft");
        if (draft.FiledAt is not null)
            return await FiledCodeAsync(draft.Id, cancellationToken);

        // The version in force on the day of receipt binds, not the one in force when the form was begun.
        var form = await forms.OpenAsync(draft, command.Actor, cancellationToken);
        if (!form.IsComplete)
            return new Error("draft.incomplete", texts["refused.incomplete"]);
        var findings = await checks.RunAsync(form, command.Actor.PersonId, cancellationToken);
        if (findings.FirstOrDefault(f => f.Blocks) is { } blocking)
            return new Error("draft.check", blocking.Here, blocking.FieldId);

        try
        {
            return await FileAsync(draft, form, command.Actor, cancellationToken);
        }
        catch (CalendarYearNotLoadedException missing)
        {
            await OperatorNotices.CalendarYearMissingAsync(db, missing, clock.GetUtcNow(), cancellationToken);
            return new Error("calendar.year-missing", texts["refused.calendar-year", missing.Year]);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return await FiledCodeAsync(draft.Id, cancellationToken);
        }
    }

    private async Task<Result<DossierCode>> FileAsync(Draft draft, FormState form, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A draft that another dossier left for the applicant to complete belongs to its group.
        var group = draft.FollowsId is null ? null : await db.Dossiers.Where(d => d.Id == draft.FollowsId).Select(d => d.GroupId).SingleAsync(cancellationToken);
        var filed = await filing.AddAsync(draft, form, HowFiled(draft, actor, group), cancellationToken);
        if (filed.Error is { } error)
            return error;
        foreach (var alert in await db.Alerts.Where(a => a.DossierId == draft.FollowsId && a.Kind == DossierAlert.FollowUpIncomplete).ToListAsync(cancellationToken))
            alert.Settle(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return filed.Value!.Code;
    }

    // Whoever helps at a counter is never the applicant.
    private static FiledAs HowFiled(Draft draft, Actor actor, Guid? group) => actor.Helper is { } helper
        ? new FiledAs(actor.PersonId, CounterPost.Channel(helper.Post.OrganisationKind),
            new Mover(helper.PersonId, helper.Post.OrganisationCode, helper.Post.Role), helper.VisitId, draft.FollowsId, group)
        : new FiledAs(actor.PersonId, Online, new Mover(actor.PersonId, null, null), null, draft.FollowsId, group);

    private async Task<DossierCode> FiledCodeAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Dossiers.AsNoTracking().Where(d => d.Id == id).Select(d => d.Code).SingleAsync(cancellationToken);
}
