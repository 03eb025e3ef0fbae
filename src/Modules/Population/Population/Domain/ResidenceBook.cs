using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Domain;

/// <summary>
/// Writes versions of residences and memberships and keeps the people's rows in step. The caller holds the locks of the
/// households concerned and a transaction, and saves.
/// </summary>
internal sealed class ResidenceBook(PopulationDbContext db)
{
    /// <summary>One change of a household at a time: joining, leaving, a death, a new head.</summary>
    public async Task LockAsync(IEnumerable<Guid?> households, CancellationToken cancellationToken)
    {
        foreach (var household in households.OfType<Guid>().Distinct().Order())
            await db.LockAsync($"household:{household}", cancellationToken);
    }

    /// <summary>The latest version of each residence of these people.</summary>
    public async Task<List<Residence>> ResidencesAsync(IReadOnlyCollection<PersonRecord> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => p.Id).ToList();
        var found = (await db.Residences.AsNoTracking().Where(r => ids.Contains(r.PersonId)).ToListAsync(cancellationToken)).Latest().ToList();
        // A row that came into the database beside this module's own ways has its present value as its first version.
        foreach (var person in people.Where(p => found.All(r => r.PersonId != p.Id)))
        {
            var first = Residence.Start(
                person.Id, ResidenceKind.Permanent, person.ResidenceUnit, person.ResidenceAddress, null, null, First(person)) with { Id = person.Id };
            db.Add(first);
            found.Add(first);
        }
        return found;
    }

    /// <summary>The latest version of each membership of these people.</summary>
    public async Task<List<Membership>> MembershipsAsync(IReadOnlyCollection<PersonRecord> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => p.Id).ToList();
        var found = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.PersonId)).ToListAsync(cancellationToken)).Latest().ToList();
        foreach (var person in people.Where(p => p.HouseholdId is not null && found.All(m => m.PersonId != p.Id)))
        {
            var first = Membership.Start(
                person.HouseholdId!.Value, person.Id, person.RelationToHead ?? HouseholdRelation.Other, null, First(person)) with { Id = person.Id };
            db.Add(first);
            found.Add(first);
        }
        return found;
    }

    /// <summary>These people live in this household from a day on; where they lived before ends the day before.</summary>
    public async Task MoveAsync(
        IReadOnlyCollection<(PersonRecord Person, HouseholdRelation Relation)> movers, Household home, DateOnly from, Provenance by,
        CancellationToken cancellationToken)
    {
        var people = movers.Select(m => m.Person).ToList();
        var residences = await ResidencesAsync(people, cancellationToken);
        var memberships = await MembershipsAsync(people, cancellationToken);
        foreach (var old in residences.Where(r => EndsByMoving(r, home, from)))
            db.Add(old.End(old.DayBefore(from), by));
        foreach (var old in memberships.Where(m => m.Status == VersionStatus.InForce))
            db.Add(old.End(old.DayBefore(from), by));
        foreach (var (person, relation) in movers)
        {
            db.Add(Residence.Start(person.Id, ResidenceKind.Permanent, home.UnitCode, home.Address, from, null, by));
            db.Add(Membership.Start(home.Id, person.Id, relation, from, by));
            person.Join(home, relation);
        }
    }

    /// <summary>Somebody is head from a day on; what the others are to the head follows from kinship.</summary>
    public async Task NameHeadAsync(
        Household home, IReadOnlyCollection<PersonRecord> members, Guid headId, DateOnly from, Provenance by, CancellationToken cancellationToken)
    {
        var kinship = await Kinship.LoadAsync(db, [.. members.Select(m => m.Id)], cancellationToken);
        var memberships = await MembershipsAsync(members, cancellationToken);
        home.Name(headId);
        foreach (var member in members)
        {
            var relation = kinship.Relation(headId, member.Id);
            var old = memberships.SingleOrDefault(
                m => m.PersonId == member.Id && m.HouseholdId == home.Id && m.Status == VersionStatus.InForce);
            if (old?.Relation == relation)
                continue;
            if (old is not null)
                db.Add(old.End(old.DayBefore(from), by));
            db.Add(Membership.Start(home.Id, member.Id, relation, from, by));
            member.Join(home, relation);
        }
    }

    // A permanent residence takes the place of the former one, and of a temporary one in the same commune.
    private static bool EndsByMoving(Residence old, Household home, DateOnly from) =>
        old.Status == VersionStatus.InForce && (old.Kind is ResidenceKind.Permanent or ResidenceKind.Current
            || (old.Kind is ResidenceKind.Temporary && old.UnitCode == home.UnitCode && old.Holds(from)));

    private static Provenance First(PersonRecord person) => new(ChangeSource.FirstRegistration, null, person.CreatedAt);
}
