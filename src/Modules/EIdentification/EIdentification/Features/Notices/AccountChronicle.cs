using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.Notices;

/// <summary>Writes down what is changed about an account, and has its owner told; both saved with the change itself.</summary>
internal sealed class AccountChronicle(EIdentificationDbContext db, TimeProvider clock)
{
    public void Write(Guid accountId, string kind, string? device = null, string? organisation = null, Guid? subject = null)
    {
        var now = clock.GetUtcNow();
        var entry = new HistoryEntry
        {
            Id = Guid.CreateVersion7(now), AccountId = accountId, At = now, Kind = kind, Device = device, Organisation = organisation, SubjectId = subject,
        };
        db.History.Add(entry);
        if (HistoryKinds.IsTold(kind))
            db.Raise(new AccountNoticeDue(accountId, entry.Id));
    }
}
