using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
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
    PublicServicesDbContext db, FormBook forms, ProcedureChecks checks, DossierFlow flow, IMediator mediator,
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
        var procedure = form.Procedure;
        var unit = form.CompetentUnit!;
        var receiving = await mediator.Send(new FindOrganisation(procedure.Offices.Receiving.Kind, unit), cancellationToken);
        var deciding = await mediator.Send(new FindOrganisation(procedure.Offices.Deciding.Kind, unit), cancellationToken);
        if (receiving is null || deciding is null)
            return new Error("draft.no-office", texts["refused.no-office"], procedure.CompetentUnitField);

        var now = clock.GetUtcNow();
        var expected = flow.CalendarOf(procedure).Deadline(now, procedure.TimeLimit.Limit);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var dossier = new Dossier
        {
            Id = draft.Id,
            Code = await NextCodeAsync(procedure.CodePrefix ?? receiving.Code, cancellationToken),
            ProcedureCode = procedure.Code,
            ProcedureVersion = procedure.Version,
            ContentHash = procedure.ContentHash,
            ApplicantId = actor.PersonId,
            Channel = actor.Helper is { } helper ? CounterPost.Channel(helper.Post.OrganisationKind) : Online,
            VisitId = actor.Helper?.VisitId,
            UnitCode = unit,
            ReceivingOrganisation = receiving.Code,
            DecidingOrganisation = deciding.Code,
            FiledAt = now,
            StepId = procedure.FirstStep.Id,
            Answers = WithReports(form.Values(), draft),
            PromisedAt = expected.Due,
        };
        db.Add(dossier);
        dossier.Enter(procedure.FirstStep, flow.CalendarOf(procedure), now);
        AddPeople(dossier, form.Values());
        flow.AddFiled(dossier, actor.Helper is { } by ? new Mover(by.PersonId, by.Post.OrganisationCode, by.Post.Role) : new Mover(actor.PersonId, null, null), now);
        draft.MarkFiled(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return dossier.Code;
    }

    // What the citizen says is wrong about the nation's data goes with the answers, for the officer to see.
    private static JsonObject WithReports(JsonObject answers, Draft draft)
    {
        if (draft.Answers[AnswerValues.ReportedWrong] is JsonObject { Count: > 0 } reported)
            answers[AnswerValues.ReportedWrong] = reported.DeepClone();
        return answers;
    }

    private void AddPeople(Dossier dossier, JsonObject answers)
    {
        db.Add(new DossierPerson { DossierId = dossier.Id, Field = "applicant", PersonId = dossier.ApplicantId });
        foreach (var (field, answer) in answers)
        {
            if (AnswerValues.PersonId(answer) is { } person)
                db.Add(new DossierPerson { DossierId = dossier.Id, Field = field, PersonId = person });
        }
    }

    private async Task<DossierCode> NextCodeAsync(string organisation, CancellationToken cancellationToken)
    {
        var day = clock.Today();
        var sequence = await db.Database.SqlQuery<int>($"""
            INSERT INTO public_services.dossier_counters AS c (organisation, day, last) VALUES ({organisation}, {day}, 1)
            ON CONFLICT (organisation, day) DO UPDATE SET last = c.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellationToken);
        return DossierCode.Create(organisation, day, sequence[0]);
    }

    private async Task<DossierCode> FiledCodeAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Dossiers.AsNoTracking().Where(d => d.Id == id).Select(d => d.Code).SingleAsync(cancellationToken);
}
