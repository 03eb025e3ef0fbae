using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Says what is wrong about something the nation's data says; the officer sees it beside the value. Empty takes it back.</summary>
internal sealed record ReportWrong(Guid DraftId, string FieldId, string? Says, Actor Actor) : IRequest<Unit>;

internal sealed class ReportWrongValidator : AbstractValidator<ReportWrong>
{
    public ReportWrongValidator(IStringLocalizer<Texts> texts) =>
        RuleFor(c => c.Says).MaximumLength(500).WithMessage(texts["wrong.too-long"]).OverridePropertyName("Says");
}

internal sealed class ReportWrongHandler(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock) : IRequestHandler<ReportWrong, Unit>
{
    public async Task<Unit> Handle(ReportWrong command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = await db.LockDraftAsync(command.DraftId, command.Actor.PersonId, cancellationToken);
        // A field nobody has would fill the draft with whatever an address says.
        var procedure = procedures.Find(draft.ProcedureCode, clock.Today()) ?? procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
        if (draft.FiledAt is not null || !procedure.Fields.ContainsKey(command.FieldId))
            throw new NotFoundException("field");
        var reported = (draft.Answers[AnswerValues.ReportedWrong] as JsonObject)?.DeepClone().AsObject() ?? [];
        if (VietnameseText.Clean(command.Says) is { } says)
            reported[command.FieldId] = says;
        else
            reported.Remove(command.FieldId);
        draft.Save(new JsonObject { [AnswerValues.ReportedWrong] = reported }, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }
}
