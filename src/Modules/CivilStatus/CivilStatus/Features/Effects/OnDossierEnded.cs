using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.Effects;

/// <summary>
/// A dossier stopped, was refused or withdrawn: an entry nobody signed doesn't wait for ever. It keeps its number, out of
/// force, with the reason.
/// </summary>
internal sealed class OnDossierEnded(CivilStatusDbContext db, TimeProvider clock) : IEventHandler<DossierEnded>
{
    private const int Finished = 9;
    private const string Reason = "Hồ sơ kết thúc khi chưa ai ký";

    public async Task HandleAsync(DossierEnded happened, EventContext context, CancellationToken cancellationToken)
    {
        if (happened.State == Finished)
            return;
        var now = clock.GetUtcNow();
        var birth = await db.BirthEntries.SingleOrDefaultAsync(
            e => e.DossierId == happened.DossierId && e.State != BirthEntryState.Revoked, cancellationToken);
        if (birth?.Allows(BirthEntryAction.Abandon) is true)
        {
            birth.Abandon(Reason, now);
            db.Raise(new BirthEntryRevoked(birth.Id, birth.ChildId, birth.UnitCode));
        }
        var death = await db.DeathEntries.SingleOrDefaultAsync(
            e => e.DossierId == happened.DossierId && e.State != DeathEntryState.Revoked, cancellationToken);
        if (death?.Allows(DeathEntryAction.Abandon) is true)
            death.Abandon(null, Reason, now);
        var note = await db.EntryChanges.SingleOrDefaultAsync(
            c => c.DossierId == happened.DossierId && c.State == EntryChangeState.Written, cancellationToken);
        note?.Abandon(now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
