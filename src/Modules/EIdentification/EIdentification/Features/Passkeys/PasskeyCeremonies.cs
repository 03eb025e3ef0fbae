using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Passkeys;

/// <summary>A question for the browser's authenticator.</summary>
internal sealed record PasskeyQuestion(Guid ChallengeId, string OptionsJson)
{
    /// <summary>What the script reads.</summary>
    public string ToJson() => $$"""{"challengeId":"{{ChallengeId}}","options":{{OptionsJson}}}""";
}

/// <summary>
/// Registering and using passkeys by the framework's own checks (challenge, origin, signature, user verified, counter). A
/// challenge is answered once: answering deletes its row, on whichever host.
/// </summary>
internal sealed class PasskeyCeremonies(
    EIdentificationDbContext db, IPasskeyHandler<Account> handler, AccountChronicle chronicle, TimeProvider clock)
{
    public async Task<PasskeyQuestion> AskForNewAsync(Account account, HttpContext http, CancellationToken cancellationToken)
    {
        var options = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Number, DisplayName = account.DisplayName }, http);
        return await KeepAsync(account.Id, options.CreationOptionsJson, options.AttestationState, cancellationToken);
    }

    /// <summary>Registers the answer as a passkey of the account; false where it doesn't hold. The caller saves.</summary>
    public async Task<bool> AddAsync(
        Guid accountId, Guid challengeId, string credential, string name, HttpContext http, CancellationToken cancellationToken)
    {
        if (await TakeAsync(challengeId, accountId, cancellationToken) is not { } state)
            return false;
        var outcome = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http, CredentialJson = credential, AttestationState = state,
        });
        if (!outcome.Succeeded || outcome.UserEntity.Id != accountId.ToString() || !outcome.Passkey.IsUserVerified
            || await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancellationToken) >= Passkey.MostPerAccount)
            return false;
        var info = outcome.Passkey;
        var now = clock.GetUtcNow();
        db.Passkeys.Add(new Passkey
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            CredentialId = info.CredentialId,
            PublicKey = info.PublicKey,
            Name = name,
            SignCount = info.SignCount,
            Transports = string.Join(',', info.Transports ?? []),
            BackupEligible = info.IsBackupEligible,
            BackedUp = info.IsBackedUp,
            AttestationObject = info.AttestationObject,
            ClientDataJson = info.ClientDataJson,
            CreatedAt = now,
        });
        chronicle.Write(accountId, HistoryKinds.PasskeyAdded, DeviceName.Of(http.Request.Headers.UserAgent));
        return true;
    }

    public async Task<PasskeyQuestion> AskToSignInAsync(HttpContext http, CancellationToken cancellationToken)
    {
        // Whoever comes: passkeys are kept so that the authenticator finds them itself, and no number needs be told.
        var options = await handler.MakeRequestOptionsAsync(null, http);
        return await KeepAsync(null, options.RequestOptionsJson, options.AssertionState, cancellationToken);
    }

    /// <summary>The account whose passkey answered; null where it doesn't hold, or the account isn't usable.</summary>
    public async Task<Account?> FindOwnerAsync(Guid challengeId, string credential, HttpContext http, CancellationToken cancellationToken)
    {
        if (await TakeAsync(challengeId, null, cancellationToken) is not { } state)
            return null;
        var outcome = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http, CredentialJson = credential, AssertionState = state,
        });
        if (!outcome.Succeeded || !outcome.User.IsOpen)
            return null;
        var (info, now) = (outcome.Passkey, clock.GetUtcNow());
        // The counter may only rise: of two answers with the same one, the second changes nothing and doesn't count.
        var used = await db.Passkeys
            .Where(p => p.AccountId == outcome.User.Id && p.CredentialId == info.CredentialId && (p.SignCount == 0 || p.SignCount < info.SignCount))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SignCount, info.SignCount).SetProperty(p => p.BackedUp, info.IsBackedUp)
                .SetProperty(p => p.LastUsedAt, now), cancellationToken);
        return used == 1 ? outcome.User : null;
    }

    private async Task<PasskeyQuestion> KeepAsync(Guid? accountId, string options, string? state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var challenge = new PasskeyChallenge
        {
            Id = Guid.CreateVersion7(now), AccountId = accountId, State = state ?? "", ExpiresAt = now + PasskeyChallenge.Life,
        };
        db.PasskeyChallenges.Add(challenge);
        await db.SaveChangesAsync(cancellationToken);
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        return new(challenge.Id, options);
    }

    private async Task<string?> TakeAsync(Guid challengeId, Guid? accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var challenge = await db.PasskeyChallenges.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == challengeId && c.AccountId == accountId && c.ExpiresAt > now, cancellationToken);
        return challenge is not null
            && await db.PasskeyChallenges.Where(c => c.Id == challengeId).ExecuteDeleteAsync(cancellationToken) == 1 ? challenge.State : null;
    }
}
