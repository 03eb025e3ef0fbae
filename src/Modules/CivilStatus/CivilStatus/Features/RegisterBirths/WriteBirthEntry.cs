using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.Registers;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>
/// <c>civil-status.register-birth</c>: the next number in this year's book of the commune, the entry with the words of
/// that day, and the question for the child's identity number.
/// </summary>
internal sealed class WriteBirthEntry(
    CivilStatusDbContext db, IMediator mediator, ReferenceBook reference, BirthRules rules, EffectAnswers answers, TimeProvider clock)
    : IEffect
{
    public string Name => OnEffectRequested.RegisterBirth;

    private static readonly string[] ParticularsRead =
    [
        PersonFields.Name, PersonFields.BirthDate, PersonFields.Ethnicity, PersonFields.Nationality, PersonFields.Residence,
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        if (await db.BirthEntries.AnyAsync(e => e.EffectRequestId == asked.RequestId, cancellationToken))
            return;
        var birth = input.Fields.Deserialize<RegisterBirth>(Json)!;
        var notice = NoticeOf(birth.BirthNoticeCode);
        var earlier = await answers.EntryOfAsync(asked.DossierId, cancellationToken);
        if (earlier is { State: not BirthEntryState.Revoked } && !IsCorrected(earlier, birth, notice))
        {
            await AnswerAgainAsync(earlier, asked, cancellationToken);
            return;
        }
        if (notice is { } code && await db.BirthEntries.AnyAsync(
                e => e.BirthNoticeCode == code && e.State != BirthEntryState.Revoked && e.DossierId != asked.DossierId, cancellationToken))
        {
            answers.Refuse(asked, EffectAnswers.NoticeUsed);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        // An entry is a document that names these people; nobody is shown anything, so no look is recorded.
        Guid?[] named = [birth.MotherId, birth.FatherId, birth.RequesterId];
        var people = (await mediator.Send(
            new FindPeople([.. named.OfType<Guid>().Distinct()], ParticularsRead, Access: null), cancellationToken)).ToDictionary(p => p.PersonId);

        var today = clock.Today();
        // The lock on the commune's register is held to the commit: numbers have no gap and no tie.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (earlier is { State: not BirthEntryState.Revoked })
        {
            earlier.Revoke(input.DecidedByPersonId, "Ghi lại theo nội dung đã sửa của cùng hồ sơ", clock.GetUtcNow());
            db.Raise(new BirthEntryRevoked(earlier.Id, earlier.ChildId, earlier.UnitCode));
            // First out of force, then anew: notice and dossier stand in one entry only.
            await db.SaveChangesAsync(cancellationToken);
        }
        var number = await db.NextNumberAsync(RegisterKind.Birth, input.DecidingUnit, today.Year, cancellationToken);
        var book = await db.OpenBookAsync(RegisterKind.Birth, input.DecidingUnit, number, rules.On(today).EntriesPerVolume, today, cancellationToken);
        var entry = Compose(asked, input, birth, notice, people, number, book.Volume, today);
        db.Add(entry);
        db.Raise(new BirthEntryWritten(entry.Id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Whether the dossier came back from the officer's review with other answers. Then the old entry keeps its number,
    /// out of force, and the right words get the next one; once a number is issued only the law's correction remains.
    /// </summary>
    private static bool IsCorrected(BirthEntry entry, RegisterBirth birth, BirthNoticeCode? notice) =>
        entry.State is BirthEntryState.ReviewPending && !(
            entry.ChildSurname == (VietnameseText.Clean(birth.ChildSurname) ?? "")
            && entry.ChildMiddleName == (VietnameseText.Clean(birth.ChildMiddleName) ?? "")
            && entry.ChildGivenName == (VietnameseText.Clean(birth.ChildGivenName) ?? "")
            && entry.ChildSex == PaperWords.SexOf(birth.ChildSex)
            && entry.ChildBirthDate == birth.ChildBirthDate
            && entry.ChildBirthPlace == (VietnameseText.Clean(birth.ChildBirthPlace) ?? "")
            && entry.ChildNativePlace == (VietnameseText.Clean(birth.ChildNativePlace) ?? "")
            && entry.ChildEthnicCode == birth.ChildEthnicCode
            && entry.ChildNationalityCode == birth.ChildNationality
            && entry.MotherId == birth.MotherId && entry.FatherId == birth.FatherId
            && entry.BirthNoticeCode == notice);

    private async Task AnswerAgainAsync(BirthEntry entry, EffectRequested asked, CancellationToken cancellationToken)
    {
        if (entry.State is BirthEntryState.Signed)
        {
            answers.Refuse(asked, EffectAnswers.NoticeUsed);
        }
        else
        {
            entry.PendingRequestId = asked.RequestId;
            if (entry.State is BirthEntryState.Numbered)
                answers.Draft(entry);
            else if (entry.State is BirthEntryState.ReviewPending)
                answers.NeedsReview(entry);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private BirthEntry Compose(
        EffectRequested asked, EffectInput input, RegisterBirth birth, BirthNoticeCode? notice,
        Dictionary<Guid, Person> people, int number, int volume, DateOnly today)
    {
        var words = new PaperWords(reference.Current, today);
        var surname = VietnameseText.Clean(birth.ChildSurname) ?? "";
        var middle = VietnameseText.Clean(birth.ChildMiddleName) ?? "";
        var given = VietnameseText.Clean(birth.ChildGivenName) ?? "";
        return new BirthEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitCode = input.DecidingUnit,
            Year = today.Year,
            Number = number,
            Volume = volume,
            RegisteredOn = today,
            OfficeUnit = words.UnitName(input.DecidingUnit),
            OfficeProvince = words.ProvinceOf(input.DecidingUnit),
            ChildSurname = surname,
            ChildMiddleName = middle,
            ChildGivenName = given,
            ChildSex = PaperWords.SexOf(birth.ChildSex),
            ChildBirthDate = birth.ChildBirthDate,
            ChildBirthPlace = VietnameseText.Clean(birth.ChildBirthPlace) ?? "",
            ChildEthnicCode = birth.ChildEthnicCode,
            ChildEthnicity = words.Ethnicity(birth.ChildEthnicCode),
            ChildNationalityCode = birth.ChildNationality,
            ChildNationality = words.Nationality(birth.ChildNationality),
            ChildNativePlace = VietnameseText.Clean(birth.ChildNativePlace) ?? "",
            ChildNameFolded = BirthEntry.FoldName(surname, middle, given),
            MotherId = birth.MotherId,
            FatherId = birth.FatherId,
            Mother = birth.MotherId is { } mother ? words.OnPaper(Known(people, mother)) : null,
            Father = birth.FatherId is { } father ? words.OnPaper(Known(people, father)) : null,
            RequesterId = birth.RequesterId,
            RequesterName = Known(people, birth.RequesterId).FullName,
            RequesterRelation = words.Relation(birth.RequesterRelation),
            BirthNoticeCode = notice,
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

    private static BirthNoticeCode? NoticeOf(string? text) =>
        VietnameseText.Clean(text) is { } said ? BirthNoticeCode.Parse(said, null) : null;
}
