using System.Text.Json.Nodes;
using MediatR;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Opens the form of a draft with what the nation already knows; each relative read is recorded.</summary>
internal sealed class FormBook(IMediator mediator, ProcedureBook procedures, FormBuilder builder, TimeProvider clock)
{
    private static readonly string[] Shown =
    [
        PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Ethnicity,
        PersonFields.Nationality, PersonFields.Residence, PersonFields.NativePlace, PersonFields.Marriage, PersonFields.Kinship,
    ];

    /// <summary>The form of the version in force today, for this draft's answers.</summary>
    public async Task<FormState> OpenAsync(Draft draft, Actor actor, CancellationToken cancellationToken)
    {
        var procedure = procedures.Find(draft.ProcedureCode, clock.Today()) ?? procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
        return await OpenAsync(procedure, draft.Answers, actor, cancellationToken);
    }

    /// <summary>The form for given answers.</summary>
    public async Task<FormState> OpenAsync(Procedure procedure, JsonObject answers, Actor actor, CancellationToken cancellationToken) =>
        builder.Build(procedure, answers, await PeopleAsync(procedure, answers, actor, cancellationToken));

    /// <summary>The requester, spouse, children and people named in the answers with their spouses.</summary>
    public async Task<PeopleBook> PeopleAsync(Procedure procedure, JsonObject answers, Actor actor, CancellationToken cancellationToken)
    {
        var access = AccessContext.Citizen(actor, AccessPurposes.FillForm, procedure.Code);
        var named = AnswerValues.PersonIds(answers).Append(actor.PersonId).Distinct().ToArray();
        var people = await mediator.Send(new FindPeople(named, Shown, access), cancellationToken);
        var spouses = people.Select(p => p.Marriage?.SpouseId).OfType<Guid>().Except(named).ToArray();
        if (spouses.Length > 0)
            people = [.. people, .. await mediator.Send(new FindPeople(spouses, Shown, access), cancellationToken)];
        var children = await mediator.Send(new FindChildrenOf(actor.PersonId, Shown, access), cancellationToken);
        var requester = people.FirstOrDefault(p => p.PersonId == actor.PersonId);
        return new PeopleBook(requester, people.Where(p => p.PersonId != actor.PersonId), children, clock.Today());
    }
}
