using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Activate;

/// <summary>The citizen's side of an activation: confirms, chooses ways to sign in, and the account is theirs.</summary>
internal sealed class TakeHold(
    EIdentificationDbContext db, BrowserSessions sessions, Sessions.RecoveryCodes codes, AccountChronicle chronicle, TimeProvider clock)
{
    /// <summary>The activation with its account, while it counts; just finished ones too where that is asked for.</summary>
    public async Task<(Activation Activation, Account Account)?> FindAsync(Guid? id, bool finished, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.Activations.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { DiedAt: null } activation
            || (finished ? activation.FinishedAt is null || now - activation.FinishedAt > RecoveryCode.Shown : !activation.IsAlive(now)))
            return null;
        var account = await db.Accounts.SingleAsync(a => a.Id == activation.AccountId, cancellationToken);
        return account.ClosedAt is null ? (activation, account) : null;
    }

    /// <summary>The citizen says: that is me, and I want it. What was lost counts no more from here on.</summary>
    public async Task ConfirmAsync(Activation activation, Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (activation.ConfirmedAt is not null)
            return;
        activation.ConfirmedAt = now;
        var office = await OfficeAsync(activation, cancellationToken);
        switch (activation.Kind)
        {
            case ActivationKind.Reset:
                account.ForgetFactors();
                db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.AccountId == account.Id).ToListAsync(cancellationToken));
                db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync(cancellationToken));
                db.KnownDevices.RemoveRange(await db.KnownDevices.Where(d => d.AccountId == account.Id).ToListAsync(cancellationToken));
                chronicle.Write(account.Id, HistoryKinds.FactorsReset, organisation: office);
                break;
            case ActivationKind.Raise:
                RaiseLevel(activation, account, office, now);
                activation.FinishedAt = now;
                break;
        }
        await db.SaveChangesAsync(cancellationToken);
        if (activation.Kind == ActivationKind.Reset)
            await sessions.EndAllAsync(account.Id, null, cancellationToken);
    }

    /// <summary>A way to sign in is chosen: the account is usable, and has codes on paper. Saves.</summary>
    public async Task FinishAsync(Activation activation, Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var office = await OfficeAsync(activation, cancellationToken);
        activation.FinishedAt = now;
        var isNew = account.ActivatedAt is null;
        if (isNew)
        {
            account.Assure(activation.Level, activation.Kind == ActivationKind.Letter ? Assurances.Letter
                : activation.Level == 2 ? Assurances.Biometrics : Assurances.Document, now);
            account.Activate(now);
            chronicle.Write(account.Id, HistoryKinds.Activated, organisation: office);
            db.Raise(new AccountActivated(account.Id, account.PersonId, account.UnitCode, account.Level,
                activation.Kind == ActivationKind.Letter ? "letter" : "counter", now));
        }
        else
        {
            RaiseLevel(activation, account, office, now);
        }
        await codes.RenewAsync(account.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void RaiseLevel(Activation activation, Account account, string? office, DateTimeOffset now)
    {
        if (!account.Assure(activation.Level, Assurances.Biometrics, now))
            return;
        chronicle.Write(account.Id, HistoryKinds.LevelRaised, organisation: office);
        db.Raise(new AccountLevelRaised(account.Id, account.PersonId, account.UnitCode, now));
    }

    private async Task<string?> OfficeAsync(Activation activation, CancellationToken cancellationToken) =>
        await db.Organisations.Where(o => o.Code == activation.OrganisationCode).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken);
}
