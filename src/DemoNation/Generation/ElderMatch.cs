namespace Project06.DemoNation.Generation;

/// <summary>Joins elders to the couples they live with, rank by rank of age, so that a parent is of a parent's age.</summary>
internal static class ElderMatch
{
    private const int Year = 365;

    public static void Couples(List<House> houses, List<Draft> wives, Rng rng)
    {
        Match(houses, wives, rng, static (house, wife) =>
        {
            house.ElderWoman = wife;
            house.ElderMan = wife.Spouse;
        });
    }

    public static void Singles(List<House> houses, List<Draft> elders, Rng rng)
    {
        Match(houses, elders, rng, static (house, elder) =>
        {
            house.ElderWoman = elder.Sex == DemoSex.Female ? elder : null;
            house.ElderMan = elder.Sex == DemoSex.Male ? elder : null;
        });
    }

    /// <summary>Where two couples live with elders, makes the husbands brothers by age.</summary>
    public static void Brothers(List<House> houses)
    {
        foreach (var group in houses.Where(h => h.Nuclei.Count == 2).GroupBy(h => h.Nuclei[1].Room))
        {
            var members = group.ToList();
            var wives = members.ConvertAll(h => h.Nuclei[1].Wife!);
            members.Sort(static (a, b) => Compare(a.Nuclei[0].Main, b.Nuclei[0].Main));
            wives.Sort(static (a, b) => Compare(a.Spouse!, b.Spouse!));
            for (var i = 0; i < members.Count; i++)
            {
                members[i].Nuclei[1].Wife = wives[i];
                members[i].Nuclei[1].Husband = wives[i].Spouse;
            }
        }
    }

    /// <summary>Who is young enough to be the couple's child rather than the husband's sibling is that.</summary>
    public static void AdoptGrown(House house)
    {
        var (father, mother) = (house.Nuclei[0].Husband!, house.Nuclei[0].Wife!);
        if (house.Other is { } other && CanBeParents(mother, father, other.Birth) && mother.Children.TrueForAll(c => Apart(c, other)))
        {
            mother.AddChild(other);
            father.AddChild(other);
        }
    }

    /// <summary>A sibling of the husband, near him in age.</summary>
    public static void Siblings(List<House> houses, List<Draft> siblings)
    {
        houses.Sort(static (a, b) => Compare(a.Nuclei[0].Main, b.Nuclei[0].Main));
        siblings.Sort(Compare);
        for (var i = 0; i < houses.Count; i++)
        {
            houses[i].Other = siblings[i];
        }
    }

    /// <summary>Can these two, either of whom may be missing, be the parents of somebody born that day?</summary>
    public static bool CanBeParents(Draft? mother, Draft? father, int birth) =>
        (mother is null || (birth - mother.Birth) is > 17 * Year and < 46 * Year)
        && (father is null || (birth - father.Birth) is > 18 * Year and < 65 * Year);

    private static void Match(List<House> houses, List<Draft> elders, Rng rng, Action<House, Draft> seat)
    {
        houses.Sort(static (a, b) => Compare(a.Nuclei[0].Main, b.Nuclei[0].Main));
        elders.Sort(Compare);
        for (var i = 0; i < houses.Count; i++)
        {
            seat(houses[i], elders[i]);
        }

        for (var i = 0; i < houses.Count; i++)
        {
            for (var attempt = 0; attempt < 60 && !Fits(houses[i]); attempt++)
            {
                var j = rng.Below(houses.Count);
                (elders[i], elders[j]) = (elders[j], elders[i]);
                seat(houses[i], elders[i]);
                seat(houses[j], elders[j]);
                if (!Fits(houses[i]) || !Fits(houses[j]))
                {
                    (elders[i], elders[j]) = (elders[j], elders[i]);
                    seat(houses[i], elders[i]);
                    seat(houses[j], elders[j]);
                }
            }

            Link(houses[i], rng);
        }
    }

    private static bool Fits(House house) =>
        house.Nuclei.TrueForAll(n => CanBeParents(house.ElderWoman, house.ElderMan, n.Husband!.Birth))
        && (house.Nuclei.Count < 2 || Apart(house.Nuclei[0].Husband!, house.Nuclei[1].Husband!));

    private static bool Apart(Draft a, Draft b) => Math.Abs(a.Birth - b.Birth) > 300;

    /// <summary>Mostly the husband's parents; the wife's in one household of six, or where only she is of the age.</summary>
    private static void Link(House house, Rng rng)
    {
        foreach (var nucleus in house.Nuclei)
        {
            var (first, second) = house.Nuclei.Count == 1 && rng.Chance(0.16)
                ? (nucleus.Wife!, nucleus.Husband!)
                : (nucleus.Husband!, nucleus.Wife!);
            foreach (var child in new[] { first, second })
            {
                if (CanBeParents(house.ElderWoman, house.ElderMan, child.Birth) && SiblingsApart(house, child))
                {
                    house.ElderWoman?.AddChild(child);
                    house.ElderMan?.AddChild(child);
                    break;
                }
            }
        }
    }

    private static bool SiblingsApart(House house, Draft child) =>
        (house.ElderWoman ?? house.ElderMan)!.Children.TrueForAll(c => Apart(c, child));

    private static int Compare(Draft a, Draft b) => a.Birth != b.Birth ? a.Birth.CompareTo(b.Birth) : a.Index.CompareTo(b.Index);
}
