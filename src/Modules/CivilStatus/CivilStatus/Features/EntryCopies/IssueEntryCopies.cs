using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Paper;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary><c>civil-status.issue-copies</c>: so many copies, each with its own number and QR code, printed and signed at once.</summary>
internal sealed class IssueEntryCopies(
    CivilStatusDbContext db, CopySources sources, Signers signers, PaperIssuer papers, DeathRules rules, ReferenceBook reference,
    TimeProvider clock) : IEffect
{
    /// <summary>This product's limit: one asking is printed in one go.</summary>
    public const int Most = 10;
    public const string TooMany = "copies-count";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Name => OnEffectRequested.IssueCopies;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        if (await db.EntryCopies.AnyAsync(c => c.EffectRequestId == asked.RequestId, cancellationToken))
            return;
        var wanted = input.Fields.Deserialize<IssueCopies>(Json)!;
        var (source, refusal) = await sources.FindAsync(wanted.Register, wanted.SubjectId, cancellationToken);
        if (wanted.Copies is < 1 or > Most)
            refusal = TooMany;
        if (refusal is not null)
        {
            db.RefuseEffect(asked, refusal);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }
        await IssueAsync(asked, input, wanted, source!, cancellationToken);
    }

    private async Task IssueAsync(
        EffectRequested asked, EffectInput input, IssueCopies wanted, CopySource source, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var words = new PaperWords(reference.Current, today);
        var signer = await signers.OfAsync(input, words.UnitName(input.DecidingUnit), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var first = await db.TakeNumbersAsync(RegisterKind.Copy, input.DecidingUnit, today.Year, wanted.Copies, cancellationToken);
        var book = await db.OpenBookAsync(
            RegisterKind.Copy, input.DecidingUnit, first, rules.On(today).EntriesPerVolume, today, cancellationToken);
        for (var number = first; number < first + wanted.Copies; number++)
        {
            var copy = new EntryCopy
            {
                Id = Guid.CreateVersion7(now),
                UnitCode = input.DecidingUnit,
                Year = today.Year,
                Number = number,
                Volume = book.Volume,
                RegisteredOn = today,
                OfficeUnit = signer.OfficeUnit,
                OfficeProvince = words.ProvinceOf(input.DecidingUnit),
                CopyOf = source.Of,
                EntryId = source.EntryId,
                SubjectId = wanted.SubjectId,
                RequesterId = wanted.RequesterId,
                DossierCode = input.DossierCode,
                ProcedureCode = input.ProcedureCode,
                EffectRequestId = asked.RequestId,
                PublicToken = PublicTokens.New(),
                SignedById = signer.PersonId,
                SignedByName = signer.Name,
                SignedAt = now,
            };
            var pdf = await papers.IssueAsync(
                $"Bản sao số {copy.CopyNumber}", copy.PublicToken, url => CopyPaper.Fragment(copy, source, url), signer, cancellationToken);
            copy.Attach(db.AddFile(pdf, "application/pdf", now).Id, source.ContentHash);
            db.Add(copy);
        }
        db.FinishEffect(asked.DossierId, asked.RequestId, new DossierResult("entry-copies", EntryCopyLinks.Show(asked.RequestId), IsFinal: true));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
