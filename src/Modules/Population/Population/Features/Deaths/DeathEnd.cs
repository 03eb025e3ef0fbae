using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.Deaths;

/// <summary>What a death ends in this database (Law 26/2023/QH15 art. 9 no. 24; Law on Residence 68/2020/QH14). The caller holds the locks and saves.</summary>
internal sealed class DeathEnd(PopulationDbContext db, ResidenceBook book, IMediator mediator)
{
    /// <summary>Marks the record; the spouse is widowed from that day.</summary>
    public async Task MarkAsync(PersonRecord person, DeathRegistered death, Provenance by, CancellationToken cancellationToken)
    {
        db.Change(person, nameof(PersonRecord.DiedOn), death.DiedOn, death.DiedOn, by);
        if (person.MaritalStatus != MaritalStatus.Married || person.SpouseId is not { } spouseId)
            return;
        var spouse = await db.Persons.SingleOrDefaultAsync(
            p => p.Id == spouseId && p.SpouseId == person.Id && p.DiedOn == null && p.MaritalStatus == MaritalStatus.Married, cancellationToken);
        if (spouse is null)
            return;
        db.Change(spouse, nameof(PersonRecord.MaritalStatus), MaritalStatus.Widowed, death.DiedOn, by);
        db.Raise(new PersonChanged(spouse.Id, [BuildingBlocks.Access.PersonFields.Marriage]));
    }

    /// <summary>Ends residences, stays and absences; how many.</summary>
    public async Task<int> EndResidencesAsync(PersonRecord person, DeathRegistered death, Provenance by, CancellationToken cancellationToken)
    {
        var residences = (await book.ResidencesAsync([person], cancellationToken))
            .Where(r => r.Status == VersionStatus.InForce && (r.UntilDate is not { } until || until > death.DiedOn)).ToList();
        foreach (var residence in residences)
            db.Add(residence.End(Last(residence.FromDate, death.DiedOn), by));
        var absences = await db.Absences.AsNoTracking()
            .Where(a => a.PersonId == person.Id && (a.UntilDate == null || a.UntilDate > death.DiedOn)).ToListAsync(cancellationToken);
        foreach (var absence in absences)
            db.Add(new AbsenceEnd
            {
                AbsenceId = absence.Id, DeathEntryId = death.DeathEntryId, Kind = DeathNoteKind.Registered,
                OnDate = Last(absence.FromDate, death.DiedOn), RecordedAt = by.RecordedAt,
            });
        return residences.Count + absences.Count;
    }

    /// <summary>Ends the membership; a household whose head died waits for its members to name another.</summary>
    public async Task<(ConsequenceState State, string? WaitsFor)> EndHeadshipAsync(
        PersonRecord person, DeathRegistered death, Provenance by, CancellationToken cancellationToken)
    {
        foreach (var membership in (await book.MembershipsAsync([person], cancellationToken)).Where(m => m.Status == VersionStatus.InForce))
            db.Add(membership.End(Last(membership.FromDate, death.DiedOn), by));
        if (person.HouseholdId is not { } householdId)
            return (ConsequenceState.Nothing, null);
        var home = await db.Households.SingleAsync(h => h.Id == householdId, cancellationToken);
        person.LeaveHousehold();
        var wasHead = home.HeadId == person.Id;
        if (!await db.Persons.AnyAsync(p => p.HouseholdId == home.Id && p.Id != person.Id && p.DiedOn == null, cancellationToken))
        {
            home.EndByDeath(death.DiedOn, death.DeathEntryId);
            return (wasHead ? ConsequenceState.Done : ConsequenceState.Nothing, null);
        }
        if (!wasHead)
            return (ConsequenceState.Nothing, null);
        home.LoseHead(death.DiedOn, death.DeathEntryId);
        var police = await mediator.Send(new FindOrganisation(OrganisationKinds.CommunePolice, home.UnitCode), cancellationToken);
        return (ConsequenceState.Waiting, police?.Code);
    }

    private static DateOnly Last(DateOnly? from, DateOnly diedOn) => from is { } start && start > diedOn ? start : diedOn;
}
