using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Sessions;

/// <summary>Codes of an account's app. Changes one row or none, and only who changed it may enter: a code counts once, on however many hosts.</summary>
internal sealed class AppCodes(EIdentificationDbContext db, AuthenticatorSecret secret, TimeProvider clock)
{
    public async Task<bool> UseAsync(Account account, string code, CancellationToken cancellationToken)
    {
        if (account.AuthenticatorSecret is not { } kept
            || OneTimeCodes.Match(secret.Reveal(kept), code, clock.GetUtcNow()) is not { } step)
            return false;
        return await db.Accounts
            .Where(a => a.Id == account.Id && (a.LastCodeStep == null || a.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step), cancellationToken) == 1;
    }
}
