using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.People;

internal sealed class FindPersonAsOfHandler(PopulationDbContext db) : IRequestHandler<FindPersonAsOf, PersonAsOf?>
{
    public async Task<PersonAsOf?> Handle(FindPersonAsOf request, CancellationToken cancellationToken)
    {
        if (await db.ReadAsOfAsync(request.PersonId, request.On, request.KnownAt, cancellationToken) is not { } found)
            return null;
        if (request.Access is not null)
            await db.RecordAccessAsync(request.Access, [new PersonShown(request.PersonId, request.Fields)], cancellationToken);
        return new PersonAsOf(found.Person, [.. found.Residences.Select(r => r.ToLine())]);
    }
}

internal sealed class FindResidencesHandler(PopulationDbContext db) : IRequestHandler<FindResidences, IReadOnlyList<ResidenceLine>>
{
    public async Task<IReadOnlyList<ResidenceLine>> Handle(FindResidences request, CancellationToken cancellationToken)
    {
        var versions = await db.Residences.AsNoTracking().Where(r => r.PersonId == request.PersonId).ToListAsync(cancellationToken);
        if (request.Access is not null && versions.Count > 0)
            await db.RecordAccessAsync(request.Access, [new PersonShown(request.PersonId, [PersonFields.Residence])], cancellationToken);
        return
        [
            .. versions.Latest().Where(r => r.Status != VersionStatus.Annulled)
                .OrderByDescending(r => r.FromDate ?? DateOnly.MinValue).ThenByDescending(r => r.RecordedAt).Select(r => r.ToLine()),
        ];
    }
}

/// <summary>The record of a day, out of the present row and the way it became so.</summary>
internal static class RecordsOfADay
{
    public static ResidenceLine ToLine(this Residence r) =>
        new(r.Kind, r.UnitCode, r.Address, r.FromDate, r.UntilDate, r.Source, r.SourceRef, r.RecordedAt);

    /// <summary>The person on a day of the law, by what was known at a moment; null when nobody knew them then.</summary>
    public static async Task<(Person Person, IReadOnlyList<Residence> Residences)?> ReadAsOfAsync(
        this PopulationDbContext db, Guid personId, DateOnly on, DateTimeOffset? knownAt, CancellationToken cancellationToken)
    {
        var row = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, cancellationToken);
        if (row is null || row.BirthDate > on || (knownAt is { } moment && row.CreatedAt > moment))
            return null;
        var changes = await db.PersonChanges.AsNoTracking().Where(c => c.PersonId == personId).ToListAsync(cancellationToken);
        var entry = db.Entry(row);
        foreach (var field in changes.GroupBy(c => c.Field))
        {
            var property = entry.Property(field.Key);
            property.CurrentValue = PersonChanges.Read(
                field.ValueOn(PersonChanges.Written(property.CurrentValue), on, knownAt), property.Metadata.ClrType);
        }
        entry.State = EntityState.Detached;
        var residences = (await db.Residences.AsNoTracking().Where(r => r.PersonId == personId).ToListAsync(cancellationToken))
            .Latest(knownAt).Where(r => r.Holds(on)).ToList();
        var membership = (await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(cancellationToken))
            .Latest(knownAt).Where(m => m.Holds(on)).MaxBy(m => m.FromDate);
        var head = membership is null ? null : await db.HeadOfAsync(membership.HouseholdId, on, knownAt, cancellationToken);
        var home = residences.Where(r => r.Kind is ResidenceKind.Permanent or ResidenceKind.Current).MaxBy(r => r.FromDate);
        var person = row.ToContract(head) with
        {
            ResidenceUnit = home?.UnitCode ?? row.ResidenceUnit, ResidenceAddress = home?.Address ?? row.ResidenceAddress,
            HouseholdId = membership?.HouseholdId, RelationToHead = membership?.Relation,
        };
        return (person, residences);
    }

    private static async Task<Guid?> HeadOfAsync(
        this PopulationDbContext db, Guid householdId, DateOnly on, DateTimeOffset? knownAt, CancellationToken cancellationToken) =>
        (await db.Memberships.AsNoTracking().Where(m => m.HouseholdId == householdId).ToListAsync(cancellationToken))
            .Latest(knownAt).FirstOrDefault(m => m.Relation == HouseholdRelation.Head && m.Holds(on))?.PersonId;
}
