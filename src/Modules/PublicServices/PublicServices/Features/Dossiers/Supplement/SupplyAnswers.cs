using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers.Supplement;

/// <summary>Answers a request for a supplement: exactly the fields asked are replaced, then the dossier goes back to the office.</summary>
internal sealed record SupplyAnswers(Guid DossierId, JsonObject Answers, Actor Actor) : IRequest<IReadOnlyList<(string FieldId, string Text)>>;

internal sealed class SupplyAnswersHandler(
    PublicServicesDbContext db, ProcedureBook procedures, FormBook forms, DossierFlow flow, TimeProvider clock,
    IStringLocalizer<FormTexts> formTexts, IStringLocalizer<Texts> texts)
    : IRequestHandler<SupplyAnswers, IReadOnlyList<(string FieldId, string Text)>>
{
    public async Task<IReadOnlyList<(string FieldId, string Text)>> Handle(SupplyAnswers command, CancellationToken cancellationToken)
    {
        try
        {
            return await SupplyAsync(command, cancellationToken);
        }
        catch (CalendarYearNotLoadedException missing)
        {
            await OperatorNotices.CalendarYearMissingAsync(db, missing, clock.GetUtcNow(), cancellationToken);
            return [("", texts["refused.calendar-year", missing.Year])];
        }
        catch (DbUpdateConcurrencyException)
        {
            return [("", texts["refused.moved-on"])];
        }
    }

    private async Task<IReadOnlyList<(string FieldId, string Text)>> SupplyAsync(SupplyAnswers command, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(
                d => d.Id == command.DossierId && d.ApplicantId == command.Actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("dossier");
        var view = await DossierView.LoadAsync(db, procedures, dossier, cancellationToken);
        var action = view.Step.Actions.FirstOrDefault(a => a.Likely) ?? view.Step.Actions.FirstOrDefault();
        if (dossier.State != DossierLifecycle.SupplementRequested || dossier.WhyNot(view.Step, action) is not null)
            return [("", texts["refused.moved-on"])];

        var asked = view.LastSupplement!.Reasons!.Select(r => r.Key).ToHashSet();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = await db.LockDraftAsync(dossier.Id, command.Actor.PersonId, cancellationToken);
        draft.Save(Only(command.Answers, asked), clock.GetUtcNow());
        var form = await forms.OpenAsync(view.Procedure, draft.Answers, command.Actor, cancellationToken);
        var errors = form.Errors.Where(e => asked.Contains(e.FieldId)).Select(e => (e.FieldId, e.Text(formTexts))).ToList();
        if (errors.Count == 0)
        {
            var answers = (JsonObject)dossier.Answers.DeepClone();
            foreach (var (field, value) in Only(form.Values(), asked))
                answers[field] = value?.DeepClone();
            dossier.Answers = answers;
            await flow.MoveAsync(dossier, view.Procedure, action!.Id, view.Procedure.Step(action.To!), action.StartsClock,
                new Mover(command.Actor.PersonId, null, null), new ActionInput(), cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return errors;
    }

    private static JsonObject Only(JsonObject answers, HashSet<string> fields) =>
        new(answers.Where(a => fields.Contains(a.Key)).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));
}
