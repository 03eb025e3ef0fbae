using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;

namespace Project06.EIdentification.Sessions;

/// <summary>Ten codes on paper, each good once. They follow from their rows' ids, so nothing of worth is stored.</summary>
internal sealed class RecoveryCodes(EIdentificationDbContext db, KeyedHash hash, AccountChronicle chronicle, TimeProvider clock)
{
    // Twelve characters, 60 bits: kept in a drawer for years.
    private const int Length = 12;
    private const string Purpose = "recovery-code";

    /// <summary>New ones in the place of the old; the caller saves.</summary>
    public async Task RenewAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(cancellationToken));
        db.RecoveryCodes.AddRange(Enumerable.Range(0, RecoveryCode.Count)
            .Select(_ => new RecoveryCode { Id = Guid.NewGuid(), AccountId = accountId, CreatedAt = now }));
        chronicle.Write(accountId, HistoryKinds.CodesMade);
    }

    /// <summary>The codes to write down; none once they are older than some minutes.</summary>
    public async Task<IReadOnlyList<string>> ShowAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - RecoveryCode.Shown;
        var ids = await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.UsedAt == null && c.CreatedAt > oldest)
            .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => WrittenCodes.Grouped(CodeOf(id)))];
    }

    public Task<int> CountAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.RecoveryCodes.CountAsync(c => c.AccountId == accountId && c.UsedAt == null, cancellationToken);

    /// <summary>Uses a code up: of two who give it at once, one gets a yes.</summary>
    public async Task<bool> UseAsync(Guid accountId, string code, CancellationToken cancellationToken)
    {
        if (code.Length != Length)
            return false;
        var ids = await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.UsedAt == null).Select(c => c.Id).ToListAsync(cancellationToken);
        Guid? match = null;
        foreach (var id in ids)
            if (WrittenCodes.Same(CodeOf(id), code))
                match = id;
        if (match is null)
            return false;
        var now = clock.GetUtcNow();
        if (await db.RecoveryCodes.Where(c => c.Id == match && c.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken) == 0)
            return false;
        chronicle.Write(accountId, HistoryKinds.CodeUsed);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private string CodeOf(Guid id) => hash.CodeOf(Purpose, id, Length);
}
