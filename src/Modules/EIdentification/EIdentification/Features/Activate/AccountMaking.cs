using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.Activate;

/// <summary>Makes the account of a person: collected, not yet usable. One a person, whoever comes first.</summary>
internal sealed class AccountMaking(EIdentificationDbContext db, TimeProvider clock)
{
    public async Task<Account> FindOrMakeAsync(Person person, string channel, CancellationToken cancellationToken)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == person.PersonId, cancellationToken) is { } there)
            return there;
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.PersonId,
            Number = person.Number,
            DisplayName = person.FullName,
            Salutation = Salutations.Of(person.Sex, person.BirthDate.Year, clock.Today().Year),
            Email = null,
            PasswordHash = null,
            AuthenticatorSecret = null,
            CreatedAt = now,
            UnitCode = person.ResidenceUnit,
        };
        db.Accounts.Add(account);
        db.Raise(new AccountCollected(account.Id, person.PersonId, account.UnitCode, channel, now));
        return account;
    }

    /// <summary>Whether a registered death stands against the person here, whatever Population has heard so far.</summary>
    public Task<bool> IsDeadAsync(Guid personId, CancellationToken cancellationToken) =>
        db.Deaths.AnyAsync(d => d.PersonId == personId && d.RevokedAt == null, cancellationToken);
}
