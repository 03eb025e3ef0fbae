namespace Project06.DemoNation.Generation;

/// <summary>Parents in another household of the same full commune, of the same ethnic group.</summary>
internal sealed partial class Kinship
{
    private void LinkElsewhere()
    {
        var couples = houses
            .Where(h => h.Commune.Full)
            .SelectMany(h => h.Members)
            .Where(m => m.Sex == DemoSex.Female && m.Marital == DemoMaritalStatus.Married && m.Spouse is { NameFixed: false })
            .GroupBy(m => (m.Commune.Index, m.Spouse!.Ethnic))
            .ToDictionary(g => g.Key, g => g.OrderBy(m => m.Birth).ThenBy(m => m.Index).ToList());
        foreach (var house in houses.Where(h => h.Commune.Full))
        {
            foreach (var member in house.Members)
            {
                if (member.Relation is DemoRelation.Head or DemoRelation.Spouse && Parentless(member)
                    && today - member.Birth > 20 * Year && rng.Chance(member.Sex == DemoSex.Male ? 0.45 : 0.3)
                    && couples.TryGetValue((member.Commune.Index, member.Ethnic), out var candidates))
                {
                    Adopt(member, candidates);
                }
            }
        }
    }

    private void Adopt(Draft child, List<Draft> mothers)
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var wanted = child.Birth - rng.Between(20 * Year, 36 * Year);
            var (low, high) = (0, mothers.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = mothers[middle].Birth < wanted ? (middle + 1, high) : (low, middle);
            }

            if (low == mothers.Count)
            {
                continue;
            }

            var mother = mothers[low];
            var father = mother.Spouse!;
            if (ElderMatch.CanBeParents(mother, father, child.Birth)
                && !ReferenceEquals(mother.House, child.House)
                && !ReferenceEquals(child.Spouse?.Mother, mother)
                && mother.Children.TrueForAll(c => Math.Abs(c.Birth - child.Birth) > 300))
            {
                mother.AddChild(child);
                father.AddChild(child);
                return;
            }
        }
    }
}
