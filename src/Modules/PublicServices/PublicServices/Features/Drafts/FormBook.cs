using System.Text.Json.Nodes;
using MediatR;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>
/// Opens the form of a draft with what the nation already knows. That shows nobody anyone: the page that draws fields
/// of the form puts those it shows on the ledger (<see cref="FieldWords"/>).
/// </summary>
internal sealed class FormBook(IMediator mediator, ProcedureBook procedures, FormBuilder builder, TimeProvider clock)
{
    /// <summary>The form of the version in force today, for this draft's answers.</summary>
    public async Task<FormState> OpenAsync(Draft draft, Actor actor, CancellationToken cancellationToken)
    {
        var procedure = procedures.Find(draft.ProcedureCode, clock.Today()) ?? procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
        return await OpenAsync(procedure, draft.Answers, actor, cancellationToken);
    }

    /// <summary>The form for given answers.</summary>
    public async Task<FormState> OpenAsync(Procedure procedure, JsonObject answers, Actor actor, CancellationToken cancellationToken) =>
        await OpenAsync(procedure, answers, actor.PersonId, cancellationToken);

    /// <summary>The form for given answers of somebody who isn't there: a dossier's applicant.</summary>
    public async Task<FormState> OpenAsync(Procedure procedure, JsonObject answers, Guid applicant, CancellationToken cancellationToken) =>
        builder.Build(procedure, answers, await PeopleAsync(procedure, answers, applicant, cancellationToken));

    /// <summary>An official's form for a dossier; what is given stands over what was filled in before.</summary>
    public async Task<IReadOnlyList<FieldState>> OpenOfficeAsync(
        Dossier dossier, Procedure procedure, StepAction action, JsonObject given, CancellationToken cancellationToken)
    {
        var answers = dossier.AllAnswers();
        foreach (var (field, value) in given)
            answers[field] = value?.DeepClone();
        return builder.BuildOffice(procedure, action.Form, answers, await PeopleAsync(procedure, answers, dossier.ApplicantId, cancellationToken));
    }

    /// <summary>The requester with children and household, the people named in the answers, and the spouses and heads of household of all these.</summary>
    public async Task<PeopleBook> PeopleAsync(Procedure procedure, JsonObject answers, Guid applicant, CancellationToken cancellationToken)
    {
        var named = AnswerValues.PersonIds(answers).Append(applicant).Distinct().ToArray();
        var people = await mediator.Send(new FindPeople(named, [], null), cancellationToken);
        var spouses = people.SelectMany(p => new[] { p.Marriage?.SpouseId, p.HeadId }).OfType<Guid>().Except(named).ToArray();
        if (spouses.Length > 0)
            people = [.. people, .. await mediator.Send(new FindPeople(spouses, [], null), cancellationToken)];
        // A spouse may live elsewhere, under another head.
        if (Asks(procedure, ".household-head") && people.Select(p => p.HeadId).OfType<Guid>().Except(people.Select(p => p.PersonId)).ToArray() is { Length: > 0 } heads)
            people = [.. people, .. await mediator.Send(new FindPeople(heads, [], null), cancellationToken)];
        var children = await mediator.Send(new FindChildrenOf(applicant, [], null), cancellationToken);
        var requester = people.FirstOrDefault(p => p.PersonId == applicant);
        var household = Asks(procedure, ".household-members") ? (await mediator.Send(new FindHousehold(applicant, [], null), cancellationToken))?.Members ?? [] : [];
        return new PeopleBook(requester, people.Concat(household).Where(p => p.PersonId != applicant), children, clock.Today()) { Household = household };
    }

    private static bool Asks(Procedure procedure, string suffix) => procedure.Fields.Values.Concat(procedure.OfficeFields.Values)
        .SelectMany(field => field.Prefill.Concat(field.OptionsFrom)).Any(source => source.Source.Attribute.Suffix == suffix);
}
