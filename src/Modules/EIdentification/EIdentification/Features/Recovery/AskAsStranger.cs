using System.Globalization;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.Recovery;

/// <summary>
/// Takes down what somebody who isn't signed in asks for. Every number costs the same and is answered the same: whether
/// anything comes of it is found out afterwards, where nobody waits.
/// </summary>
internal sealed class AskAsStranger(EIdentificationDbContext db, TimeProvider clock)
{
    public async Task<Guid> TakeAsync(StrangerKind kind, string number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asked = new AskedByStranger
        {
            Id = Guid.CreateVersion7(now), Kind = kind, Number = number, AskedAt = now,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Account.English ? Account.English : Account.Vietnamese,
        };
        db.AskedByStrangers.Add(asked);
        db.Raise(new AskedByStrangerReceived(asked.Id));
        await db.SaveChangesAsync(cancellationToken);
        return asked.Id;
    }
}
