using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>An official or the applicant takes an action of the dossier's step, as the procedure's version offers it.</summary>
/// <param name="Step">The step the actor saw: a dossier that has moved on since is not touched.</param>
internal sealed record TakeAction(Guid DossierId, string Step, string Action, Actor Actor, ActionInput Input)
    : IRequest<Result<DossierCode>>;

internal sealed class TakeActionHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, FormBook forms, TimeProvider clock, IStringLocalizer<Texts> texts,
    IStringLocalizer<FormTexts> formTexts)
    : IRequestHandler<TakeAction, Result<DossierCode>>
{
    private const int LongestComment = 1000;

    public async Task<Result<DossierCode>> Handle(TakeAction command, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == command.DossierId, cancellationToken)
            ?? throw new NotFoundException("dossier");
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var step = procedure.Step(dossier.StepId);
        if (procedure.Steps.FirstOrDefault(s => s.Id == command.Step) is not { } seen
            || DossierAccess.MoverFor(dossier, seen, command.Actor) is not { } mover)
            throw new NotFoundException("dossier");

        var action = command.Step == step.Id ? step.Action(command.Action) : null;
        if (dossier.WhyNot(step, action) is { } why)
            return new Error($"dossier.{why}", texts[$"refused.{why}", DossierLifecycle.Of(DossierLifecycle.SupplementRequested).OnceBy!]);
        var input = command.Input with { Comment = VietnameseText.CleanLines(command.Input.Comment) };
        if (Missing(action!, input) is { } missing)
            return missing;
        if (action!.Asks == ActionAsks.Form)
        {
            // What isn't in the action's form isn't the official's to say with it.
            var form = await forms.OpenOfficeAsync(dossier, procedure, action, input.Decisions ?? [], cancellationToken);
            if (form.Select(field => field.Error).OfType<FieldError>().FirstOrDefault() is { } wrong)
                return new Error("action.form", wrong.Text(formTexts), wrong.FieldId);
            input = input with { Decisions = OfficeForm.Values(form) };
        }
        else
        {
            input = input with { Decisions = null };
        }

        try
        {
            dossier.Use(action.Once);
            // Whoever acts has it: a colleague finds out who was at it last.
            if (mover.Organisation is not null)
                dossier.HandTo(mover.PersonId);
            if (action.Kind == ActionKind.Effect)
                AskEffect(dossier, procedure, step, action, mover, input);
            else
                await flow.MoveAsync(dossier, procedure, action.Id, procedure.Step(action.To!), action.StartsClock, mover, input, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (CalendarYearNotLoadedException missingYear)
        {
            await OperatorNotices.CalendarYearMissingAsync(db, missingYear, clock.GetUtcNow(), cancellationToken);
            return new Error("calendar.year-missing", texts["refused.calendar-year", missingYear.Year]);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Error("dossier.moved-on", texts["refused.moved-on"]);
        }
        return dossier.Code;
    }

    private void AskEffect(Dossier dossier, Procedure procedure, Step step, StepAction action, Mover mover, ActionInput input)
    {
        var effect = procedure.Effects[action.Effect!];
        var now = clock.GetUtcNow();
        var request = new EffectRequest
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            StepId = step.Id,
            ActionId = action.Id,
            Effect = effect.Name,
            DecidedByPersonId = mover.PersonId ?? throw new InvalidOperationException("An effect is decided by a person."),
            RequestedAt = now,
        };
        db.Add(request);
        if (input.Decisions is { } decisions)
            dossier.Decide(decisions);
        dossier.AwaitEffect(request.Id);
        db.Add(new DossierStep
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            At = now,
            Action = action.Id,
            FromStep = step.Id,
            ToStep = step.Id,
            State = step.State,
            ByPersonId = mover.PersonId,
            ByOrganisation = mover.Organisation,
            ByRole = mover.Role,
            Comment = input.Comment,
            Decisions = input.Decisions,
        });
        db.Raise(new EffectRequested(dossier.Id, request.Id, effect.Name));
    }

    private Error? Missing(StepAction action, ActionInput input) => action.Asks switch
    {
        _ when input.Comment?.Length > LongestComment => new("action.comment-too-long", texts["comment.too-long", LongestComment], "Comment"),
        ActionAsks.Fields when input.Reasons is not { Count: > 0 } => new("action.reasons-missing", texts["missing.reasons"], "Reasons"),
        ActionAsks.Grounds when string.IsNullOrWhiteSpace(input.Ground) => new("action.ground-missing", texts["missing.ground"], "Ground"),
        ActionAsks.Grounds or ActionAsks.Comment when string.IsNullOrWhiteSpace(input.Comment) =>
            new("action.comment-missing", texts["missing.comment"], "Comment"),
        _ => null,
    };
}
