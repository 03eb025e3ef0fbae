using System.Globalization;
using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Time;
using Project06.DemoNation;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Data;

/// <summary>
/// Fills forms the way a citizen of the sample nation would, whatever the form: what is known is known, the rest gets
/// a plausible value by its type and by what checks and effects take it for. Papers aren't made up.
/// </summary>
internal sealed class DemoAnswers
{
    private const int MostPages = 40;
    private readonly FormBuilder builder;
    private readonly ReferenceBook reference;
    private readonly Dictionary<Guid, DemoPerson> people;
    private readonly ILookup<Guid, DemoPerson> children;
    private readonly DemoPerson[] namesakes;

    public DemoAnswers(FormBuilder builder, ReferenceBook reference, Nation nation)
    {
        (this.builder, this.reference) = (builder, reference);
        people = nation.People.ToDictionary(person => person.Id);
        children = nation.People.Where(person => person.DeathDate is null)
            .SelectMany(person => new[] { person.MotherId, person.FatherId }.OfType<Guid>().Select(parent => (parent, person)))
            .ToLookup(pair => pair.parent, pair => pair.person);
        namesakes = [.. nation.People.Where(person => person.MiddleName.Length > 0).Take(400)];
    }

    public JsonObject Fill(Procedure procedure, PastDossier dossier, int number)
    {
        if (!people.TryGetValue(dossier.ApplicantId, out var applicant))
            return [];
        var day = dossier.ReceivedAt.LegalDate();
        var about = new Case(procedure, applicant, dossier.SubjectId is { } id ? people.GetValueOrDefault(id) : null, day, number, Properties(procedure));
        var book = Book(applicant, day);
        var answers = new JsonObject();
        var form = builder.Build(procedure, answers, book);
        for (var page = 0; page < MostPages; page++)
        {
            // Page by page, as a citizen does: later pages know more once earlier ones are answered.
            var open = form.Pages.Select(p => p.Fields.Where(f => f.Asked && f.Field.Type != FieldType.File && !answers.ContainsKey(f.Field.Id)).ToList())
                .FirstOrDefault(fields => fields.Count > 0);
            if (open is null)
                break;
            foreach (var field in open)
                answers[field.Field.Id] = Value(field, about, answers);
            form = builder.Build(procedure, answers, book);
        }
        return form.Values();
    }

    private JsonNode? Value(FieldState state, Case about, JsonObject answers)
    {
        var (field, property) = (state.Field, about.Properties.GetValueOrDefault(state.Field.Id, ""));
        if (state.Options.Count > 0)
        {
            var sex = ((int)about.Named(namesakes).Sex).ToString(CultureInfo.InvariantCulture);
            var value = property.EndsWith("Sex", StringComparison.Ordinal) && state.Options.Any(o => o.Value == sex) ? sex : state.Options[0].Value;
            return field.Type == FieldType.Person ? AnswerValues.Person(Guid.Parse(value)) : value;
        }
        return field.Type switch
        {
            FieldType.Name => Name(property, about.Named(namesakes)),
            FieldType.Date => Date(field, property, about, answers).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldType.YesNo => false,
            FieldType.Number => field.Min ?? 1,
            FieldType.Phone => about.Applicant.Phone ?? "0100000000",
            FieldType.Unit => about.Applicant.NativePlaceCommuneCode,
            FieldType.Address => $"Nhà trọ số {1 + (about.Number % 60)}",
            FieldType.LongText => "Đi làm xa nhà.",
            FieldType.Person => about.Applicant.SpouseId is { } spouse && people[spouse].DeathDate is null ? AnswerValues.Person(spouse) : null,
            FieldType.Text when field.Mask is { } mask => Masked(mask, about.Number, about.Day.Year),
            FieldType.Text => $"Trạm Y tế {Lower(reference.Current.FindUnit(about.Applicant.CommuneCode, about.Day)?.FullName ?? "")}",
            _ => null,
        };
    }

    private static string? Name(string property, DemoPerson named) =>
        property.EndsWith("Surname", StringComparison.Ordinal) ? named.Surname
        : property.EndsWith("MiddleName", StringComparison.Ordinal) ? named.MiddleName.Length == 0 ? null : named.MiddleName
        : property.EndsWith("GivenName", StringComparison.Ordinal) ? named.GivenName
        : named.FullName;

    private static DateOnly Date(Field field, string property, Case about, JsonObject answers)
    {
        if (property.EndsWith("BirthDate", StringComparison.Ordinal))
            return about.Subject?.BirthDate ?? about.Day.AddDays(-3 - (about.Number % 20));
        if (field.NotBeforeField is { } other && DateOnly.TryParse(AnswerValues.Text(answers[other]), CultureInfo.InvariantCulture, out var first))
            return first.AddDays(14 + (about.Number % 60));
        return field.NotAfterToday ? about.Day : about.Day.AddDays(2);
    }

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    // Codes on papers mostly end with the year.
    private static string Masked(string mask, int number, int year)
    {
        if (mask.EndsWith(".##", StringComparison.Ordinal))
            return Masked(mask[..^2], number, year) + (year % 100).ToString("00", CultureInfo.InvariantCulture);
        var digits = (number * 7919L % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        var at = 0;
        return string.Concat(mask.Select(letter => letter switch { '#' or '*' => digits[at++ % 8], '@' => 'A', _ => letter }));
    }

    /// <summary>What checks and effects take each field for, by field id.</summary>
    private static Dictionary<string, string> Properties(Procedure procedure) => procedure.Effects.Values.SelectMany(e => e.Mappings)
        .Concat(procedure.Checks.SelectMany(c => c.Mappings)).DistinctBy(m => m.From).ToDictionary(m => m.From, m => m.Property);

    private PeopleBook Book(DemoPerson applicant, DateOnly today)
    {
        var spouse = applicant.SpouseId is { } id ? people.GetValueOrDefault(id) : null;
        return new PeopleBook(Known(applicant), spouse is null ? [] : [Known(spouse)], children[applicant.Id].Select(Known), today);
    }

    private static Person Known(DemoPerson p) => new(
        p.Id, p.Number, p.Surname, p.MiddleName, p.GivenName, (Sex)(int)p.Sex, p.BirthDate, (DatePrecision)(int)p.BirthDatePrecision,
        p.EthnicCode, p.Nationality, p.NativePlaceText, p.CommuneCode, p.AddressLine,
        p.MaritalStatus is DemoMaritalStatus.Married or DemoMaritalStatus.Separated ? MaritalStatus.Married : MaritalStatus.Unknown,
        p is { MaritalStatus: DemoMaritalStatus.Married or DemoMaritalStatus.Separated, SpouseId: { } spouse, MarriageDate: { } day }
            ? new Marriage(spouse, day, p.MarriageEntryNo ?? "")
            : null,
        p.Email, p.DeathDate is null);

    /// <param name="Subject">The child registered; null where there is none yet.</param>
    private sealed record Case(
        Procedure Procedure, DemoPerson Applicant, DemoPerson? Subject, DateOnly Day, int Number, Dictionary<string, string> Properties)
    {
        public DemoPerson Named(DemoPerson[] namesakes) => Subject ?? namesakes[Number * 31 % namesakes.Length];
    }
}
