using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

internal sealed record SharedAnswer(string Label, string Value);

/// <summary>The answers of a dossier that were shared with an office for its opinion; everyone named is on the ledger first.</summary>
internal sealed class SharedAnswers(PublicServicesDbContext db, FieldWords words, IMediator mediator)
{
    public async Task<IReadOnlyList<SharedAnswer>> ReadAsync(OpinionCase asked, AccessContext access, CancellationToken cancellationToken)
    {
        var (procedure, answers) = (asked.Procedure, asked.Dossier.Answers);
        var fields = asked.Opinion.SharedFields.Select(id => procedure.Fields.GetValueOrDefault(id)).OfType<Field>().ToList();
        await words.LoadAsync([.. fields.Where(f => f.Type == FieldType.Person).Select(f => AnswerValues.PersonId(answers[f.Id])).OfType<Guid>().Distinct()], access, cancellationToken);
        // What the answers say may be about somebody who has entered the nation's records since.
        if (fields.Any(f => f.Type != FieldType.Person))
        {
            var entered = await db.People.AsNoTracking()
                .Where(p => p.DossierId == asked.Dossier.Id && p.Field.StartsWith(DossierPerson.EnteredPrefix)).Select(p => p.PersonId).Distinct().ToArrayAsync(cancellationToken);
            if (entered.Length > 0)
                await mediator.Send(new FindPeople(entered, [PersonFields.Name, PersonFields.BirthDate, PersonFields.Sex], access), cancellationToken);
        }
        return [.. fields.Select(f => new SharedAnswer(f.Label.Here, words.Of(f, answers[f.Id]))).Where(row => row.Value.Length > 0)];
    }
}
