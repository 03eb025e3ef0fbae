using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.CorrectRecord;
using Project06.Population.Features.IssueConfirmation;
using Project06.Population.Features.People;

namespace Project06.Population.Features.MyData;

/// <summary>My record: every field with its source and since when, today or as of a day.</summary>
internal sealed class MyRecordModel(
    PopulationDbContext db, RecordFields fields, RecordValues values, SourceWords sources, PaperPlaces places,
    IStringLocalizer<ResidenceTexts> texts, TimeProvider clock) : PageModel
{
    private static readonly string[] KinShown = [PersonFields.Name, PersonFields.Kinship];

    public DateOnly Day { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>False where nobody knew the person on that day.</summary>
    public bool IsKnown { get; private set; }

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        Response.Headers.CacheControl = "no-store";
        Today = clock.Today();
        Day = DateOnly.TryParseExact(Request.Query["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on < Today ? on : Today;
        var row = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("person");
        if (await db.ReadAsOfAsync(row.Id, Day, null, cancellationToken) is not { } found)
            return;
        IsKnown = true;
        var changes = await db.PersonChanges.AsNoTracking().Where(c => c.PersonId == row.Id).ToListAsync(cancellationToken);
        var lines = Own(found.Person, row, changes, await db.HasEntryAsync(row, cancellationToken));
        lines.AddRange(Where(found.Residences));
        lines.AddRange(await KinAsync(actor, row, cancellationToken));
        Lines = lines;
    }

    private List<RecordLine> Own(Person person, PersonRecord row, List<PersonChange> changes, bool hasEntry)
    {
        var lines = new List<RecordLine>
        {
            Line("surname", person.Surname), Line("middle-name", person.MiddleName), Line("given-name", person.GivenName), Line("number", person.Number),
            Line("birth-date", PaperPlaces.BornOn(person.BirthDate, person.BirthPrecision)),
            Line("sex", texts[$"sex.{person.Sex}"]), Line("birth-place", row.BirthPlace ?? ""), Line("native-place", person.NativePlace),
            Line("ethnicity", values.Ethnicity(person.EthnicCode)), Line("nationality", values.Country(person.Nationality)),
            Line("marriage", texts[$"marital.{person.MaritalStatus}"]), Line("phone", person.Phone ?? ""), Line("email", person.Email ?? ""),
        };
        return lines;

        RecordLine Line(string code, string value)
        {
            var field = fields.Find(code)!;
            var here = field.IsCorrectedHere(row, hasEntry);
            var to = here ? "1.012564" : field.ElsewhereProcedure;
            return new RecordLine(
                Ui.UiLanguage.Code == "en" ? field.TextEn : field.TextVi, value.Length == 0 ? texts["record.empty"] : value,
                sources.Of(changes, field.Property, row, Day), to.Length == 0 ? null : MyDataLinks.Service(to));
        }
    }

    private IEnumerable<RecordLine> Where(IEnumerable<Residence> residences) => residences
        .Where(r => r.Kind != ResidenceKind.Stay).OrderBy(r => r.Kind)
        .Select(r => new RecordLine(
            texts[$"kind.{r.Kind}"], places.Of(r.Address, r.UnitCode, Day), sources.Of(r.Source, r.SourceRef, r.FromDate),
            MyDataLinks.Service(r.Kind == ResidenceKind.Temporary ? "1.004194" : "1.004222")));

    // Their names are other people's data: each is on their own list of who looked.
    private async Task<List<RecordLine>> KinAsync(Actor actor, PersonRecord row, CancellationToken cancellationToken)
    {
        var kin = await db.Parentage.AsNoTracking().Where(k => k.ChildId == row.Id || k.ParentId == row.Id).ToListAsync(cancellationToken);
        var spouse = row.MaritalStatus == MaritalStatus.Married ? row.SpouseId : null;
        var ids = kin.Select(k => k.ChildId == row.Id ? k.ParentId : k.ChildId).Concat(spouse is { } s ? [s] : []).Distinct().ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.BirthDate).ToListAsync(cancellationToken);
        await db.RecordAccessAsync(
            AccessContext.Citizen(actor, AccessPurposes.OwnRecord), people.Select(p => new PersonShown(p.Id, KinShown)), cancellationToken);
        return
        [
            .. people.Select(p => (Person: p, Kind: p.Id == spouse ? "spouse"
                    : kin.FirstOrDefault(k => k.ChildId == row.Id && k.ParentId == p.Id) is { } parent ? parent.Kind.ToString().ToLowerInvariant() : "child"))
                .OrderBy(k => k.Kind switch { "mother" => 0, "father" => 1, "spouse" => 2, _ => 3 })
                .Select(k => new RecordLine(texts[$"kin.{k.Kind}"], k.Person.FullName, sources.First(row), MyDataLinks.Service("1.004859"))),
        ];
    }
}
