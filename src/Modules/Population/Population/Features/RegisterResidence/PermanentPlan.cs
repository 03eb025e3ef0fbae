using Microsoft.EntityFrameworkCore;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.RegisterResidence;

/// <summary>What registering a permanent residence would do, or why it can't be; the check and the effect both ask.</summary>
internal sealed record PermanentPlan(
    IReadOnlyList<PersonRecord> Movers, Household? Joined, Household? Left, IReadOnlyList<PersonRecord> Remaining, bool HeadLeaves)
{
    public const string PersonUnknown = "person-unknown", HeadUnknown = "head-unknown", HouseholdWithoutHead = "household-without-head",
        AlreadyThere = "already-there", AddressMissing = "address-missing", SuccessorNeeded = "successor-needed",
        SuccessorNotMember = "successor-not-member";

    /// <summary>Reason codes, and the property of the check each belongs to.</summary>
    public static readonly IReadOnlyDictionary<string, string> Properties = new Dictionary<string, string>
    {
        [PersonUnknown] = "personId", [HeadUnknown] = "headId", [HouseholdWithoutHead] = "headId", [AlreadyThere] = "headId",
        [AddressMissing] = "address", [SuccessorNeeded] = "successorId", [SuccessorNotMember] = "successorId",
    };

    /// <summary>Who moves and what is left behind; a reason where that isn't possible.</summary>
    public static async Task<(PermanentPlan? Plan, string? Refused)> MakeAsync(
        PopulationDbContext db, Guid personId, string? moveAlong, Guid? headId, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == personId && p.DiedOn == null, cancellationToken) is not { } person)
            return (null, PersonUnknown);
        var (joined, refused) = await FindJoinedAsync(db, person.HouseholdId, headId, cancellationToken);
        if (refused is not null)
            return (null, refused);
        var left = person.HouseholdId is { } old ? await db.Households.SingleAsync(h => h.Id == old, cancellationToken) : null;
        var members = left is null
            ? []
            : await db.Persons.Where(p => p.HouseholdId == left.Id && p.DiedOn == null && p.Id != personId).ToListAsync(cancellationToken);
        var movers = await AlongAsync(db, person, members, moveAlong, today, cancellationToken);
        var remaining = members.Where(m => movers.All(p => p.Id != m.Id)).ToList();
        // The household may wait for a successor already; leaving it then changes nothing about that.
        var headLeaves = left?.HeadId is { } head && movers.Any(m => m.Id == head);
        return (new PermanentPlan(movers, joined, left, remaining, headLeaves), null);
    }

    /// <summary>Why the household left behind would be without a head; null when it wouldn't.</summary>
    public string? SuccessorRefused(Guid? successorId)
    {
        if (!HeadLeaves || Remaining.Count == 0)
            return null;
        if (successorId is not { } successor)
            return SuccessorNeeded;
        return Remaining.Any(m => m.Id == successor) ? null : SuccessorNotMember;
    }

    /// <summary>The household of a head, for somebody who now belongs to <paramref name="left"/> (null: to none); a reason where nobody can join it.</summary>
    public static async Task<(Household? Household, string? Refused)> FindJoinedAsync(
        PopulationDbContext db, Guid? left, Guid? headId, CancellationToken cancellationToken)
    {
        if (headId is not { } head)
            return (null, null);
        var home = await (
            from member in db.Persons
            join household in db.Households on member.HouseholdId equals (Guid?)household.Id
            where member.Id == head && member.DiedOn == null
            select household).SingleOrDefaultAsync(cancellationToken);
        if (home is null)
            return (null, HeadUnknown);
        if (home.Id == left)
            return (null, AlreadyThere);
        if (home.HeadId is null)
            return (null, HouseholdWithoutHead);
        return home.HeadId == head ? (home, null) : (null, HeadUnknown);
    }

    private static async Task<List<PersonRecord>> AlongAsync(
        PopulationDbContext db, PersonRecord person, List<PersonRecord> members, string? moveAlong, DateOnly today, CancellationToken cancellationToken)
    {
        if (moveAlong == "household")
            return [person, .. members];
        if (moveAlong != "minor-children")
            return [person];
        var adult = today.AddYears(-18);
        var children = await db.Persons
            .Where(p => p.DiedOn == null && p.BirthDate > adult && (p.HouseholdId == null || p.HouseholdId == person.HouseholdId)
                && db.Parentage.Any(k => k.ChildId == p.Id && k.ParentId == person.Id))
            .OrderBy(p => p.BirthDate).ToListAsync(cancellationToken);
        return [person, .. children];
    }
}
