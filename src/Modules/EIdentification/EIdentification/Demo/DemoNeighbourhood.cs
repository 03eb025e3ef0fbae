using Project06.DemoNation;

namespace Project06.EIdentification.Demo;

/// <summary>
/// People of the ward whom the cast doesn't name: an old couple with a grown child, a head of household, and those who hold
/// the posts that came later. Nobody twice, and none of the neighbours.
/// </summary>
internal sealed record DemoNeighbourhood(
    DemoPerson Elder, DemoPerson Widow, DemoPerson Heir, DemoPerson Head, IReadOnlyList<DemoPerson> Officials)
{
    private const int OfficialCount = 5;

    public static DemoNeighbourhood Of(Nation nation, HashSet<Guid> taken)
    {
        var year = DemoPeople.YearOf(nation);
        var people = nation.People.ToDictionary(p => p.Id);
        var childrenOf = nation.People.Where(p => p.DeathDate is null && year - p.BirthDate.Year >= 22)
            .SelectMany(p => new[] { p.FatherId, p.MotherId }.OfType<Guid>().Select(parent => (parent, child: p)))
            .ToLookup(pair => pair.parent, pair => pair.child);
        var ward = nation.People.Where(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.WardCode && !taken.Contains(p.Id)).ToList();
        taken = [.. taken];

        // The eldest head of a household who lives with a spouse and has a grown child somewhere in the nation; one who lives
        // in the ward comes first.
        var (elder, heir) = ward
            .Where(p => p is { MaritalStatus: DemoMaritalStatus.Married, SpouseId: { } spouse, RelationToHead: DemoRelation.Head }
                && people.TryGetValue(spouse, out var other) && other.HouseholdId == p.HouseholdId && !taken.Contains(spouse))
            .SelectMany(p => childrenOf[p.Id].Where(c => !taken.Contains(c.Id)).Select(c => (Elder: p, Heir: c)))
            .OrderByDescending(pair => pair.Heir.CommuneCode == DemoNationOptions.WardCode)
            .ThenBy(pair => pair.Elder.BirthDate).ThenBy(pair => pair.Heir.BirthDate).First();
        var widow = people[elder.SpouseId!.Value];
        taken.UnionWith([elder.Id, widow.Id, heir.Id]);
        var head = ward.First(p => p.RelationToHead == DemoRelation.Head && p.HouseholdId != elder.HouseholdId
            && p.HouseholdId != heir.HouseholdId && !taken.Contains(p.Id) && p.SpouseId is not null
            && year - p.BirthDate.Year is >= 35 and <= 65);
        taken.Add(head.Id);
        var officials = ward
            .Where(p => !taken.Contains(p.Id) && p.HouseholdId != elder.HouseholdId && p.HouseholdId != head.HouseholdId
                && year - p.BirthDate.Year is >= 30 and <= 55)
            .Take(OfficialCount).ToList();
        return new(elder, widow, heir, head, officials);
    }
}
