using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts.Question;

/// <summary>Saves the answers of a page, wrong ones too: what was given isn't lost. A person is named by number.</summary>
internal sealed record SaveAnswers(
    Guid DraftId, string PageId, JsonObject Answers, IReadOnlyDictionary<string, NamedPerson> People, Actor Actor)
    : IRequest<SavedPage>;

/// <param name="Errors">What is wrong on the page, by field id, in the reader's language.</param>
/// <param name="NextPage">The next page to ask; null: check your answers.</param>
internal sealed record SavedPage(IReadOnlyList<(string FieldId, string Text)> Errors, string? NextPage);

internal sealed class SaveAnswersHandler(
    PublicServicesDbContext db, FormBook forms, ProcedureChecks checks, IMediator mediator, TimeProvider clock,
    IStringLocalizer<FormTexts> formTexts) : IRequestHandler<SaveAnswers, SavedPage>
{
    public async Task<SavedPage> Handle(SaveAnswers command, CancellationToken cancellationToken)
    {
        var procedure = await db.Drafts
                .Where(d => d.Id == command.DraftId && d.ApplicantId == command.Actor.PersonId && d.FiledAt == null)
                .Select(d => d.ProcedureCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("draft");
        var errors = new List<(string, string)>();
        foreach (var (field, named) in command.People)
            command.Answers[field] = await named.FindAsync(mediator, formTexts, error => errors.Add((field, error)), cancellationToken);

        var draft = await SaveAsync(command, cancellationToken);

        var form = await forms.OpenAsync(draft, command.Actor, cancellationToken);
        var page = form.Page(command.PageId) ?? throw new NotFoundException("page");
        errors.AddRange(page.Errors.Where(e => errors.TrueForAll(known => known.Item1 != e.FieldId))
            .Select(e => (e.FieldId, e.Text(formTexts))));
        if (errors.Count == 0)
            errors.AddRange(await CheckAsync(form, page, command.Actor, cancellationToken));
        return new SavedPage(errors, form.Next(command.PageId)?.Page.Id);
    }

    private async Task<Draft> SaveAsync(SaveAnswers command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = await db.LockDraftAsync(command.DraftId, command.Actor.PersonId, cancellationToken);
        if (draft.FiledAt is not null)
            throw new NotFoundException("draft");
        draft.Save(command.Answers, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return draft;
    }

    // The owner's check runs as soon as a page it reads from is saved, so that nobody fills in five pages in vain.
    private async Task<IEnumerable<(string, string)>> CheckAsync(
        FormState form, PageState page, Actor actor, CancellationToken cancellationToken)
    {
        var here = page.Fields.Select(f => f.Field.Id).ToHashSet();
        if (!form.Procedure.Checks.Any(c => c.Mappings.Any(m => here.Contains(m.From))))
            return [];
        var notes = await checks.RunAsync(form, actor.PersonId, cancellationToken);
        return notes.Where(n => n.Blocks && n.FieldId is not null && here.Contains(n.FieldId)).Select(n => (n.FieldId!, n.Here));
    }
}
