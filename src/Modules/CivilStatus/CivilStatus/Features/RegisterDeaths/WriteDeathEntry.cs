using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.DeathExtracts;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.Registers;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Features.RegisterDeaths;

/// <summary>
/// <c>civil-status.register-death</c>: the next number in this year's death book of the commune and the entry with the
/// words of that day. Nobody is told before the leader signs.
/// </summary>
internal sealed class WriteDeathEntry(
    CivilStatusDbContext db, IMediator mediator, ReferenceBook reference, DeathRules rules, TimeProvider clock) : IEffect
{
    public const string AlreadyRegistered = "death-already-registered", DateImpossible = "death-date-impossible";

    private static readonly string[] ParticularsRead =
    [
        PersonFields.Name, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Number, PersonFields.Ethnicity,
        PersonFields.Nationality, PersonFields.Residence,
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Name => OnEffectRequested.RegisterDeath;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        if (await db.DeathEntries.AnyAsync(e => e.EffectRequestId == asked.RequestId, cancellationToken))
            return;
        var death = input.Fields.Deserialize<RegisterDeath>(Json)!;
        var today = clock.Today();
        var people = (await mediator.Send(
            new FindPeople([.. new[] { death.DeceasedId, death.RequesterId }.Distinct()], ParticularsRead, Access: null), cancellationToken))
            .ToDictionary(p => p.PersonId);
        var deceased = Known(people, death.DeceasedId);
        var earlier = await db.DeathEntries.SingleOrDefaultAsync(
            e => e.DeceasedId == death.DeceasedId && e.State != DeathEntryState.Revoked, cancellationToken);
        if (DeathMoment.Of(death) is not { } died || died.On > today || died.Latest < deceased.BirthDate)
            db.RefuseEffect(asked, DateImpossible);
        else if (earlier is not null && (earlier.DossierId != asked.DossierId || earlier.State is DeathEntryState.Signed) || earlier is null && !deceased.IsAlive)
            db.RefuseEffect(asked, AlreadyRegistered);
        else
            await WriteAsync(asked, input, death, died, earlier, people, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(
        EffectRequested asked, EffectInput input, RegisterDeath death, DeathMoment died, DeathEntry? earlier,
        Dictionary<Guid, Person> people, DateOnly today, CancellationToken cancellationToken)
    {
        // The lock on the commune's register is held to the commit: numbers have no gap and no tie.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var entry = Compose(asked, input, death, died, people, today);
        if (earlier is not null && earlier.SaysTheSameAs(entry))
        {
            // The dossier came back with nothing changed: the entry keeps its number.
            earlier.PendingRequestId = asked.RequestId;
            Answer(earlier);
        }
        else
        {
            if (earlier is not null)
            {
                // First out of force, then anew: a dead person stands in one entry only.
                earlier.Abandon(input.DecidedByPersonId, "Ghi lại theo nội dung đã sửa của cùng hồ sơ", clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
            }
            var number = await db.NextNumberAsync(RegisterKind.Death, input.DecidingUnit, today.Year, cancellationToken);
            var book = await db.OpenBookAsync(
                RegisterKind.Death, input.DecidingUnit, number, rules.On(today).EntriesPerVolume, today, cancellationToken);
            entry.PlaceAt(number, book.Volume);
            db.Add(entry);
            Answer(entry);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Answer(DeathEntry entry) => db.FinishEffect(
        entry.DossierId, entry.PendingRequestId, new DossierResult("death-extract-draft", DeathExtractLinks.Show(entry.Id), IsFinal: false));

    private DeathEntry Compose(
        EffectRequested asked, EffectInput input, RegisterDeath death, DeathMoment died, Dictionary<Guid, Person> people, DateOnly today)
    {
        var words = new PaperWords(reference.Current, today);
        var deceased = Known(people, death.DeceasedId);
        return new DeathEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitCode = input.DecidingUnit,
            Year = today.Year,
            RegisteredOn = today,
            OfficeUnit = words.UnitName(input.DecidingUnit),
            OfficeProvince = words.ProvinceOf(input.DecidingUnit),
            DeceasedId = deceased.PersonId,
            Deceased = words.OnPaper(deceased),
            DeceasedNumber = deceased.Number,
            DeceasedSex = deceased.Sex,
            DeceasedNameFolded = VietnameseText.Fold(deceased.FullName),
            DiedOn = died.On,
            DiedPrecision = died.Precision,
            DiedTime = died.Time,
            DeathPlace = VietnameseText.Clean(death.DeathPlace) ?? "",
            DeathCause = VietnameseText.Clean(death.DeathCause) ?? "",
            NoticeNumber = VietnameseText.Clean(death.DeathNoticeNumber),
            RequesterId = death.RequesterId,
            RequesterName = Known(people, death.RequesterId).FullName,
            RequesterRelation = words.Relation(CodeSystems.DeathDeclarantRelation, death.RequesterRelation),
            DossierId = asked.DossierId,
            DossierCode = input.DossierCode,
            ProcedureCode = input.ProcedureCode,
            EffectRequestId = asked.RequestId,
            PendingRequestId = asked.RequestId,
            PublicToken = PublicTokens.New(),
        };
    }

    private static Person Known(Dictionary<Guid, Person> people, Guid id) =>
        people.TryGetValue(id, out var person)
            ? person
            : throw new InvalidOperationException($"The population database doesn't know person {id}.");
}
