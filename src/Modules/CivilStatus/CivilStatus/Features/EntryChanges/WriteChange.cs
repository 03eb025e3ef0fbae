using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MediatR;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.EntryCopies;
using Project06.CivilStatus.Features.Registers;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>
/// <c>civil-status.amend-birth-entry</c>: the next number in this year's book of changes and the note, with the old words
/// as they stand. The entry itself isn't touched.
/// </summary>
internal sealed class WriteChange(
    CivilStatusDbContext db, IMediator mediator, ReferenceBook reference, BirthRules rules, TimeProvider clock) : IEffect
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Name => OnEffectRequested.AmendBirthEntry;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        if (await db.EntryChanges.AnyAsync(c => c.EffectRequestId == asked.RequestId, cancellationToken))
            return;
        var wanted = input.Fields.Deserialize<AmendBirthEntry>(Json)!;
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(
            e => e.ChildId == wanted.SubjectId && e.State == BirthEntryState.Signed, cancellationToken);
        if (entry is null)
        {
            await RefuseAsync(asked, CopySources.NotFound, cancellationToken);
            return;
        }
        var words = new PaperWords(reference.Current, clock.Today());
        var now = BirthWords.Of(entry, await db.NotesOfAsync(entry.Id, cancellationToken));
        var change = AskedChange.Of(wanted, now, words);
        var earlier = await db.EntryChanges.SingleOrDefaultAsync(
            c => c.DossierId == asked.DossierId && c.State != EntryChangeState.Abandoned, cancellationToken);
        if (earlier is { State: EntryChangeState.Signed })
            await RefuseAsync(asked, EffectReplies.NotReady, cancellationToken);
        else if (change.Problem is { } problem)
            await RefuseAsync(asked, problem, cancellationToken);
        else
            await WriteAsync(asked, input, wanted, change, entry, now, earlier, words, cancellationToken);
    }

    private async Task WriteAsync(
        EffectRequested asked, EffectInput input, AmendBirthEntry wanted, AskedChange change, BirthEntry entry, BirthWords now,
        EntryChange? earlier, PaperWords words, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var requester = (await mediator.Send(
                new FindPeople([wanted.RequesterId], [PersonFields.Name], Access: null), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException($"The population database doesn't know person {wanted.RequesterId}.");
        // The lock on the commune's register is held to the commit: numbers have no gap and no tie.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (earlier is not null)
        {
            earlier.Abandon(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
        var number = await db.NextNumberAsync(RegisterKind.Change, input.DecidingUnit, today.Year, cancellationToken);
        var book = await db.OpenBookAsync(
            RegisterKind.Change, input.DecidingUnit, number, rules.On(today).EntriesPerVolume, today, cancellationToken);
        var note = new EntryChange
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitCode = input.DecidingUnit,
            Year = today.Year,
            Number = number,
            Volume = book.Volume,
            RegisteredOn = today,
            OfficeUnit = words.UnitName(input.DecidingUnit),
            OfficeProvince = words.ProvinceOf(input.DecidingUnit),
            Kind = change.Kind,
            BirthEntryId = entry.Id,
            SubjectId = wanted.SubjectId,
            SubjectName = now.Name,
            Fields = change.Fields,
            Ground = VietnameseText.Clean(wanted.Ground) ?? "",
            RequesterId = wanted.RequesterId,
            RequesterName = requester.FullName,
            DossierId = asked.DossierId,
            DossierCode = input.DossierCode,
            ProcedureCode = input.ProcedureCode,
            EffectRequestId = asked.RequestId,
            PendingRequestId = asked.RequestId,
            PublicToken = PublicTokens.New(),
        };
        db.Add(note);
        db.FinishEffect(asked.DossierId, asked.RequestId, new DossierResult("change-extract-draft", EntryChangeLinks.Show(note.Id), IsFinal: false));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task RefuseAsync(EffectRequested asked, string reason, CancellationToken cancellationToken)
    {
        db.RefuseEffect(asked, reason);
        await db.SaveChangesAsync(cancellationToken);
    }
}
