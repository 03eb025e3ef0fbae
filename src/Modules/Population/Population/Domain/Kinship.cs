using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Domain;

/// <summary>Who is what to whom, as far as parents and marriages are recorded two generations up.</summary>
internal sealed class Kinship
{
    private readonly Dictionary<Guid, HashSet<Guid>> _parents = [];
    private readonly Dictionary<Guid, Guid> _spouses = [];

    private Kinship()
    {
    }

    public static async Task<Kinship> LoadAsync(PopulationDbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var kin = new Kinship();
        foreach (var pair in await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id) && p.SpouseId != null)
            .Select(p => new { p.Id, Spouse = p.SpouseId!.Value }).ToListAsync(cancellationToken))
        {
            kin._spouses[pair.Id] = pair.Spouse;
            kin._spouses.TryAdd(pair.Spouse, pair.Id);
        }
        var next = people.Concat(kin._spouses.Values).Distinct().ToArray();
        for (var generation = 0; generation < 2 && next.Length > 0; generation++)
        {
            var children = next;
            var rows = await db.Parentage.AsNoTracking().Where(k => children.Contains(k.ChildId)).ToListAsync(cancellationToken);
            foreach (var row in rows)
                (kin._parents.TryGetValue(row.ChildId, out var known) ? known : kin._parents[row.ChildId] = []).Add(row.ParentId);
            next = [.. rows.Select(r => r.ParentId).Distinct()];
        }
        return kin;
    }

    /// <summary>The member's relation to the head; Other where nothing is recorded.</summary>
    public HouseholdRelation Relation(Guid head, Guid member)
    {
        if (head == member)
            return HouseholdRelation.Head;
        var (headSpouse, memberSpouse) = (Spouse(head), Spouse(member));
        if (headSpouse == member)
            return HouseholdRelation.Spouse;
        if (IsChild(member, head) || IsChild(member, headSpouse))
            return HouseholdRelation.Child;
        if (IsChild(head, member))
            return HouseholdRelation.Parent;
        if (IsChild(headSpouse, member))
            return HouseholdRelation.ParentInLaw;
        if (IsChild(memberSpouse, head) || IsChild(memberSpouse, headSpouse))
            return HouseholdRelation.ChildInLaw;
        if (Parents(member).Any(parent => IsChild(parent, head) || IsChild(parent, headSpouse)))
            return HouseholdRelation.Grandchild;
        if (AreSiblings(head, member))
            return HouseholdRelation.Sibling;
        if (AreSiblings(headSpouse, member) || AreSiblings(head, memberSpouse))
            return HouseholdRelation.SiblingInLaw;
        return Parents(member).Any(parent => AreSiblings(parent, head)) ? HouseholdRelation.NieceOrNephew : HouseholdRelation.Other;
    }

    /// <summary>Ông, bà, cha, mẹ, vợ, chồng, con, cháu, anh, chị, em ruột: their repeated stays are notified once (procedure 2.001159).</summary>
    public bool AreClose(Guid host, Guid guest) =>
        Relation(host, guest) is HouseholdRelation.Spouse or HouseholdRelation.Child or HouseholdRelation.Parent
            or HouseholdRelation.Grandchild or HouseholdRelation.Sibling or HouseholdRelation.NieceOrNephew
        || Parents(host).Any(parent => IsChild(parent, guest));

    private Guid? Spouse(Guid person) => _spouses.TryGetValue(person, out var spouse) ? spouse : null;

    private HashSet<Guid> Parents(Guid? person) => person is { } id && _parents.TryGetValue(id, out var parents) ? parents : [];

    private bool IsChild(Guid? child, Guid? parent) => parent is { } id && Parents(child).Contains(id);

    private bool AreSiblings(Guid? one, Guid? other) => one != other && Parents(one).Overlaps(Parents(other));
}
