using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.FollowUps;

/// <summary>
/// A dossier is finished: what its procedure names next is filed for the same applicant, once, from what is known. What
/// isn't complete waits as a draft for the applicant, and its office is alerted.
/// </summary>
internal sealed class OnDossierFinished(
    PublicServicesDbContext db, ProcedureBook procedures, FormBook forms, ProcedureChecks checks, DossierFiling filing, DossierFlow flow,
    TimeProvider clock, ILogger<OnDossierFinished> log) : IEventHandler<DossierEnded>
{
    private const int Online = 2;

    public async Task HandleAsync(DossierEnded happened, EventContext context, CancellationToken cancellationToken)
    {
        if (happened.State != DossierLifecycle.Finished)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == happened.DossierId, cancellationToken);
        var answers = dossier.AllAnswers();
        var following = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).FollowedBy
            .Where(next => next.When?.Holds(field => AnswerValues.Text(answers[field])) ?? true);
        foreach (var next in following)
            await FollowAsync(dossier, next, answers, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task FollowAsync(Dossier dossier, FollowUp next, JsonObject answers, CancellationToken cancellationToken)
    {
        if (procedures.Find(next.Procedure, clock.Today()) is not { } procedure)
        {
            log.LogError("Procedure {Procedure}, which follows dossier {DossierId}, isn't in force", next.Procedure, dossier.Id);
            Alert(dossier);
            return;
        }
        // Told again after a loss of what this module remembers: what is filed, or begun for the applicant, stands.
        if (await db.Dossiers.AnyAsync(d => d.FollowsId == dossier.Id && d.ProcedureCode == procedure.Code, cancellationToken)
            || await db.Drafts.AnyAsync(d => d.FollowsId == dossier.Id && d.ProcedureCode == procedure.Code, cancellationToken))
            return;
        dossier.Join(dossier.Id);
        var now = clock.GetUtcNow();
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(now), ProcedureCode = procedure.Code, ProcedureVersion = procedure.Version, ContentHash = procedure.ContentHash,
            ApplicantId = dossier.ApplicantId, StartedAt = now, FollowsId = dossier.Id,
        };
        draft.Save(await AnswersAsync(dossier, next, procedure, answers, cancellationToken), now);
        var form = await forms.OpenAsync(procedure, draft.Answers, dossier.ApplicantId, cancellationToken);
        // What may stay empty and nobody was asked about is empty.
        draft.Save(
            new JsonObject(form.Fields.Values.Where(f => f is { Asked: true, Answered: false, Required: false })
                .Select(f => KeyValuePair.Create(f.Field.Id, (JsonNode?)null))), now);
        form = await forms.OpenAsync(procedure, draft.Answers, dossier.ApplicantId, cancellationToken);
        var complete = form.IsComplete && !(await checks.RunAsync(form, dossier.ApplicantId, cancellationToken)).Any(note => note.Blocks);
        if (complete)
        {
            db.Add(draft);
            var filed = await filing.AddAsync(draft, form, new FiledAs(dossier.ApplicantId, Online, Mover.Time, null, dossier.Id, dossier.GroupId), cancellationToken);
            if (filed.Value is { } follower)
            {
                follower.ExpectAcknowledgement(CalendarOfReceiving(procedure).Deadline(now, next.AcknowledgeWithin).Due);
                flow.Tell(follower, MessageKinds.FollowUp, now);
                return;
            }
        }
        else if (!await db.Drafts.AnyAsync(d => d.ApplicantId == dossier.ApplicantId && d.ProcedureCode == procedure.Code && d.FiledAt == null, cancellationToken))
        {
            // One open draft of a procedure a person: what they began themselves stays theirs.
            db.Add(draft);
        }
        Alert(dossier);
        flow.Tell(dossier, MessageKinds.FollowUpOpen, now);
    }

    private Project06.ReferenceData.Contracts.WorkingCalendar CalendarOfReceiving(Procedure procedure) =>
        flow.Calendar(procedure.Offices.Receiving.CalendarKind);

    private void Alert(Dossier dossier) => db.Add(new DossierAlert
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()), DossierId = dossier.Id, Organisation = dossier.ReceivingOrganisation,
        Kind = DossierAlert.FollowUpIncomplete, At = clock.GetUtcNow(),
    });

    private async Task<JsonObject> AnswersAsync(
        Dossier dossier, FollowUp next, Procedure procedure, JsonObject answers, CancellationToken cancellationToken)
    {
        var entered = await db.People.AsNoTracking().Where(p => p.DossierId == dossier.Id && p.Field.StartsWith(DossierPerson.EnteredPrefix))
            .OrderByDescending(p => p.Field).Select(p => (Guid?)p.PersonId).FirstOrDefaultAsync(cancellationToken);
        var mapped = new JsonObject();
        foreach (var (field, from) in next.With)
        {
            mapped[field] = from switch
            {
                PrefillSource.Requester => AnswerValues.Person(dossier.ApplicantId),
                FollowUp.EnteredPerson => entered is { } person ? AnswerValues.Person(person) : null,
                ['=', .. var value] => Written(procedure.Fields[field], value),
                _ => answers[from]?.DeepClone(),
            };
        }
        return mapped;
    }

    private static JsonNode? Written(Field field, string value) => field.Type switch
    {
        FieldType.YesNo => JsonValue.Create(value == "true"),
        FieldType.Number => JsonValue.Create(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value),
    };
}
