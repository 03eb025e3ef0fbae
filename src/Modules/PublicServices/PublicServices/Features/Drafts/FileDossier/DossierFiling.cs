using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>How a dossier comes: by whom, and from which other dossier.</summary>
/// <param name="Channel">1 direct, 2 online, 3 post.</param>
/// <param name="By">Who files it: the applicant, a counter's clerk, or nobody where another dossier's end does.</param>
/// <param name="VisitId">The visit in which a counter helped.</param>
internal sealed record FiledAs(Guid ApplicantId, int Channel, Mover By, Guid? VisitId = null, Guid? FollowsId = null, Guid? GroupId = null);

/// <summary>Makes a dossier of a complete draft. Saves nothing; the running transaction keeps the number of the day.</summary>
internal sealed class DossierFiling(
    PublicServicesDbContext db, DossierFlow flow, IMediator mediator, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Result<Dossier>> AddAsync(Draft draft, FormState form, FiledAs how, CancellationToken cancellationToken)
    {
        var procedure = form.Procedure;
        var unit = form.CompetentUnit!;
        var receiving = await mediator.Send(new FindOrganisation(procedure.Offices.Receiving.Kind, unit), cancellationToken);
        var deciding = await mediator.Send(new FindOrganisation(procedure.Offices.Deciding.Kind, unit), cancellationToken);
        if (receiving is null || deciding is null)
            return new Error("draft.no-office", texts["refused.no-office"], procedure.CompetentUnitField);

        var now = clock.GetUtcNow();
        var calendar = flow.CalendarOf(procedure);
        var expected = calendar.Deadline(now, procedure.LimitFor(form.Values(), how.FollowsId is not null).Limit);
        var dossier = new Dossier
        {
            Id = draft.Id,
            Code = await NextCodeAsync(procedure.CodePrefix ?? receiving.Code, cancellationToken),
            ProcedureCode = procedure.Code,
            ProcedureVersion = procedure.Version,
            ContentHash = procedure.ContentHash,
            ApplicantId = how.ApplicantId,
            Channel = how.Channel,
            UnitCode = unit,
            ReceivingOrganisation = receiving.Code,
            DecidingOrganisation = deciding.Code,
            FiledAt = now,
            StepId = procedure.FirstStep.Id,
            Answers = WithReports(form.Values(), draft),
            PromisedAt = expected.Due,
            FollowsId = how.FollowsId,
            VisitId = how.VisitId,
        };
        if (how.GroupId is { } group)
            dossier.Join(group);
        db.Add(dossier);
        dossier.Enter(procedure.FirstStep, calendar, now);
        AddPeople(dossier, form.Values());
        flow.AddFiled(dossier, how.By, now);
        draft.MarkFiled(now);
        return dossier;
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
}
