namespace Project06.DemoNation.Generation;

/// <summary>Who heads a household, and what the others are to the head.</summary>
internal static class Relations
{
    public static void Assign(House house, Rng rng)
    {
        if (house.Other is { } other)
        {
            house.Members.Add(other);
        }

        Add(house, house.ElderMan);
        Add(house, house.ElderWoman);
        foreach (var nucleus in house.Nuclei)
        {
            Add(house, nucleus.Husband);
            Add(house, nucleus.Wife);
            foreach (var child in nucleus.Children)
            {
                Add(house, child);
            }
        }

        house.Head = Head(house, rng);
        foreach (var member in house.Members)
        {
            member.House = house;
            member.Relation = Of(member, house);
        }

        house.Members.Sort((a, b) => a.Relation != b.Relation ? a.Relation.CompareTo(b.Relation) : a.Birth != b.Birth ? a.Birth.CompareTo(b.Birth) : a.Index.CompareTo(b.Index));
    }

    private static void Add(House house, Draft? person)
    {
        if (person is not null)
        {
            house.Members.Add(person);
        }
    }

    private static Draft Head(House house, Rng rng)
    {
        if (house.Nuclei.Count == 0)
        {
            return house.Other!;
        }

        var elder = house.ElderMan ?? house.ElderWoman;
        if (elder is not null && (house.Nuclei.Count == 2 || rng.Chance(0.5)))
        {
            return elder;
        }

        var nucleus = house.Nuclei[0];
        return nucleus is { Wife: { } wife, Husband: not null } && rng.Chance(0.22) ? wife : nucleus.Main;
    }

    private static DemoRelation Of(Draft person, House house)
    {
        var head = house.Head;
        var spouse = head.Spouse;
        if (ReferenceEquals(person, head))
        {
            return DemoRelation.Head;
        }

        if (ReferenceEquals(person, spouse))
        {
            return DemoRelation.Spouse;
        }

        if (person.IsChildOf(head))
        {
            return DemoRelation.Child;
        }

        if (head.IsChildOf(person))
        {
            return DemoRelation.Parent;
        }

        if (spouse is not null && spouse.IsChildOf(person))
        {
            return DemoRelation.ParentInLaw;
        }

        if (person.Spouse is { } partner && partner.IsChildOf(head))
        {
            return DemoRelation.ChildInLaw;
        }

        if (person.Mother is { } mother && (mother.IsChildOf(head) || person.Father?.IsChildOf(head) == true))
        {
            return DemoRelation.Grandchild;
        }

        return ReferenceEquals(person, house.Other) ? Sibling(person, head, spouse) : DemoRelation.Other;
    }

    private static DemoRelation Sibling(Draft person, Draft head, Draft? spouse)
    {
        var brother = head.Sex == DemoSex.Male || spouse is null ? head : spouse;
        return Math.Abs(person.Birth - brother.Birth) > 18 * 365 ? DemoRelation.Other
            : ReferenceEquals(brother, head) ? DemoRelation.Sibling
            : DemoRelation.SiblingInLaw;
    }
}
