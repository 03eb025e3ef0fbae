using System.Globalization;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Desk;

/// <summary>An answer beside what the nation knows now.</summary>
/// <param name="Person">The person in a person field.</param>
/// <param name="Source">Where the answer is from.</param>
/// <param name="Differs">Another value for it, with its source; lit in amber.</param>
internal sealed record AnswerRow(
    string FieldId, string Label, string Value, Person? Person, string Source, string? Differs, string? DiffersSource);

/// <param name="Form">The form as it would be with today's people: what checks are asked with.</param>
internal sealed record DeskAnswers(FormState Form, Person? Applicant, IReadOnlyList<AnswerRow> Rows);

/// <summary>Reads a dossier's answers and holds them against today's people.</summary>
internal sealed class DeskAnswersReader(
    PublicServicesDbContext db, IMediator mediator, FormBuilder builder, FormBook forms, FieldWords words, ReferenceBook reference,
    TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    /// <summary>The answers as an official sees them; everyone shown is on the ledger before they are.</summary>
    public async Task<DeskAnswers> ReadAsync(DeskCase desk, CancellationToken cancellationToken)
    {
        var book = await PeopleAsync(desk, ShownFields(desk.Procedure), desk.Access, cancellationToken);
        var form = builder.Build(desk.Procedure, desk.Dossier.Answers, book.People);
        await RecordOthersAsync(desk, form, book.Named, cancellationToken);
        var wrong = await ReportedWrongAsync(desk, cancellationToken);
        var rows = form.Pages.SelectMany(page => page.Fields).Select(field => Row(desk, field, book.People, wrong)).OfType<AnswerRow>();
        return new DeskAnswers(form, book.People.Requester, [.. rows, .. Decided(desk, book.People)]);
    }

    /// <summary>The form without anybody shown: for pages that name fields, not people.</summary>
    public Task<FormState> FormAsync(DeskCase desk, CancellationToken cancellationToken) =>
        forms.OpenAsync(desk.Procedure, desk.Dossier.Answers, desk.Dossier.ApplicantId, cancellationToken);

    // The people the dossier names are shown, and recorded. Spouses and children only tell what is known now.
    private async Task<(PeopleBook People, HashSet<Guid> Named)> PeopleAsync(
        DeskCase desk, string[] fields, AccessContext? access, CancellationToken cancellationToken)
    {
        var applicant = desk.Dossier.ApplicantId;
        var listed = await db.People.AsNoTracking().Where(p => p.DossierId == desk.Dossier.Id).ToListAsync(cancellationToken);
        var entered = listed.Where(p => p.Field.StartsWith(DossierPerson.EnteredPrefix, StringComparison.Ordinal)).Select(p => p.PersonId).ToHashSet();
        // Who entered the records by this dossier is shown by its answers only.
        if (entered.Count > 0 && access is not null)
            await mediator.Send(new FindPeople(entered, [PersonFields.Name, PersonFields.BirthDate, PersonFields.Sex], access), cancellationToken);
        var all = listed.Select(p => p.PersonId).Where(id => !entered.Contains(id)).Append(applicant).Concat(AnswerValues.PersonIds(desk.Dossier.AllAnswers())).ToHashSet();
        var people = (await mediator.Send(new FindPeople(all, fields, access), cancellationToken)).ToList();
        var spouses = people.SelectMany(p => new[] { p.Marriage?.SpouseId, p.HeadId }).OfType<Guid>().Where(id => !all.Contains(id)).Distinct().ToArray();
        if (spouses.Length > 0)
            people.AddRange(await mediator.Send(new FindPeople(spouses, [], null), cancellationToken));
        var children = await mediator.Send(new FindChildrenOf(applicant, [], null), cancellationToken);
        var requester = people.Find(p => p.PersonId == applicant);
        return (new PeopleBook(requester, people.Where(p => p.PersonId != applicant), children, clock.Today()), all);
    }

    // Where the nation now knows another person than the one named, that one's name is shown too.
    private async Task RecordOthersAsync(DeskCase desk, FormState form, HashSet<Guid> named, CancellationToken cancellationToken)
    {
        var others = form.Fields.Values.Where(f => f.IsKnown && IsDifferent(desk, f)).Select(f => f.PersonId).OfType<Guid>()
            .Where(id => !named.Contains(id)).Distinct().ToArray();
        if (others.Length > 0)
            await mediator.Send(new FindPeople(others, [PersonFields.Name], desk.Access), cancellationToken);
    }

    // What officials filled in, under what the citizen answered.
    private IEnumerable<AnswerRow> Decided(DeskCase desk, PeopleBook people)
    {
        foreach (var field in desk.Procedure.OfficeFields.Values)
        {
            var stored = desk.Dossier.Decisions[field.Id];
            if (Words(field, stored, people) is { Length: > 0 } value)
                yield return new AnswerRow(
                    field.Id, field.Label.Here, value, AnswerValues.PersonId(stored) is { } id ? people.Find(id) : null, texts["source.office"], null, null);
        }
    }

    private AnswerRow? Row(DeskCase desk, FieldState state, PeopleBook people, JsonObject wrong)
    {
        var field = state.Field;
        var stored = desk.Dossier.Answers[field.Id];
        if (Words(field, stored, people) is not { Length: > 0 } value)
            return null;
        var source = state.KnownFrom is { } from && !IsDifferent(desk, state) ? Source(from) : texts["source.citizen"].Value;
        var (differs, whose) = wrong[field.Id]?.ToString() is { Length: > 0 } reported
            ? (reported, texts["source.reported"].Value)
            : IsDifferent(desk, state)
                ? (Words(field, state.Value, people), texts["source.today", Source(state.KnownFrom!)].Value)
                : (null, null);
        var person = AnswerValues.PersonId(stored) is { } id ? people.Find(id) : null;
        return new AnswerRow(field.Id, field.Label.Here, value, person, source, differs, whose);
    }

    private string Words(Field field, JsonNode? value, PeopleBook people) => field.Type == FieldType.Person
        ? AnswerValues.PersonId(value) is { } id ? people.Find(id)?.FullName ?? "" : ""
        : words.Of(field, value);

    private string Source(PrefillSource source) => source switch
    {
        { PersonField: null, Attribute.Suffix: "" } => texts["source.signed-in"],
        { Attribute.Suffix: ".spouse" or ".marriage-entry" or ".marriage-date" } => texts["source.marriage"],
        _ => texts["source.population"],
    };

    private static bool IsDifferent(DeskCase desk, FieldState state) =>
        desk.Dossier.IsOpen && state.IsKnown && desk.Dossier.Answers[state.Field.Id] is { } stored
        && AnswerValues.Text(stored) != state.Text;

    // What the citizen said is wrong about a known value was saved with the draft that became the dossier.
    private async Task<JsonObject> ReportedWrongAsync(DeskCase desk, CancellationToken cancellationToken)
    {
        if (desk.Dossier.Answers[AnswerValues.ReportedWrong] is JsonObject kept)
            return kept;
        var draft = await db.Drafts.AsNoTracking().Where(d => d.Id == desk.Dossier.Id).Select(d => d.Answers).SingleOrDefaultAsync(cancellationToken);
        return draft?[AnswerValues.ReportedWrong] as JsonObject ?? [];
    }

    /// <summary>What is shown of each person: the line under a name, and what the form's known answers are read from.</summary>
    private static string[] ShownFields(Procedure procedure)
    {
        var known = procedure.Fields.Values.SelectMany(f => f.Prefill.Concat(f.OptionsFrom)).Select(p => p.Source.Attribute.Suffix).ToHashSet();
        IEnumerable<string> shown =
        [
            PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Ethnicity, PersonFields.Residence, PersonFields.Kinship,
            .. known.Contains(".sex") ? [PersonFields.Sex] : Array.Empty<string>(),
            .. known.Contains(".nationality") ? [PersonFields.Nationality] : Array.Empty<string>(),
            .. known.Contains(".native-place") ? [PersonFields.NativePlace] : Array.Empty<string>(),
            .. known.Any(k => k.StartsWith(".marriage", StringComparison.Ordinal)) ? [PersonFields.Marriage] : Array.Empty<string>(),
        ];
        return [.. shown];
    }

    /// <summary>The line under a person's name: number, birth, ethnic group, residence.</summary>
    public string PersonLine(Person person)
    {
        var today = clock.Today();
        var (unit, ethnic) = (reference.Current.FindUnit(person.ResidenceUnit, today), reference.Current.FindCode(CodeSystems.EthnicGroup, person.EthnicCode, today));
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var born = person.BirthPrecision == DatePrecision.Day ? person.BirthDate.Written() : person.BirthDate.Year.ToString(CultureInfo.InvariantCulture);
        var place = string.Join(", ", new[] { person.ResidenceAddress, english ? unit?.FullNameEn : unit?.FullName }.Where(p => !string.IsNullOrEmpty(p)));
        return string.Join(" · ", new[] { person.Number, born, english ? ethnic?.NameEn : ethnic?.NameVi, place }.Where(p => !string.IsNullOrEmpty(p)));
    }
}
