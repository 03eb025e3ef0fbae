namespace Project06.DemoNation.Generation;

/// <summary>Puts the pool into the planned households: couples, lone parents, elders, siblings; then the children.</summary>
internal sealed class Families
{
    private const int Year = 365;

    // Share of the never married who live without their parents, by age group from 15–19 to 45–49.
    private static readonly double[] OnTheirOwn = [0, 0.06, 0.2, 0.3, 0.4, 0.6, 0.8];

    private readonly Rng rng;
    private readonly DateOnly today;
    private readonly List<Draft> men = [];
    private readonly List<Draft> women = [];
    private readonly List<Draft> singles = [];

    public Families(Pool pool, Tables tables, DemoNationOptions options)
    {
        rng = new Rng(options.Seed, 2);
        today = options.Day;
        foreach (var person in pool.People)
        {
            Sort(person);
        }

        PairCouples();
        Houses = HousePlan.Make(tables, options.People, men.Count, singles.Count);
        foreach (var house in Houses)
        {
            AddNuclei(house);
        }

        SeatCouples();
        SeatSingles();
        new Offspring(options, rng, Houses).Place(Children);
        foreach (var house in Houses)
        {
            if (house.Kind == HouseKind.CoupleWithSibling)
            {
                ElderMatch.AdoptGrown(house);
            }

            Relations.Assign(house, rng);
        }
    }

    public List<House> Houses { get; }

    private List<Draft> Children { get; } = [];

    private void Sort(Draft person)
    {
        if (person.Marital == DemoMaritalStatus.Married)
        {
            (person.Sex == DemoSex.Male ? men : women).Add(person);
        }
        else if (person.Marital != DemoMaritalStatus.NeverMarried
            || person.Group > 9
            || (person.Group > 3 && rng.Chance(OnTheirOwn[person.Group - 3])))
        {
            singles.Add(person);
        }
        else
        {
            Children.Add(person);
        }
    }

    /// <summary>Rank by rank, with the husband's age three years ahead give or take.</summary>
    private void PairCouples()
    {
        // The census counts more married women than men: the husbands abroad stay outside the nation.
        var (more, less) = women.Count >= men.Count ? (women, men) : (men, women);
        rng.Shuffle(more);
        for (var i = more.Count - 1; more.Count > less.Count && i >= 0; i--)
        {
            if (more[i].Group is >= 5 and <= 11)
            {
                singles.Add(more[i]);
                more.RemoveAt(i);
            }
        }

        var byAge = men.Select(m => (Key: m.Birth + (int)rng.Normal(3 * Year, 2.2 * Year), Person: m)).ToList();
        byAge.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Person.Index.CompareTo(b.Person.Index));
        women.Sort(static (a, b) => a.Birth != b.Birth ? a.Birth.CompareTo(b.Birth) : a.Index.CompareTo(b.Index));
        men.Clear();
        for (var i = 0; i < byAge.Count; i++)
        {
            men.Add(byAge[i].Person);
            men[i].Spouse = women[i];
            women[i].Spouse = men[i];
        }
    }

    private static void AddNuclei(House house)
    {
        var adults = house.Kind switch
        {
            HouseKind.Single or HouseKind.LoneParent => 1,
            HouseKind.Couple => 2,
            HouseKind.CoupleWithElder or HouseKind.CoupleWithSibling => 3,
            HouseKind.CoupleWithElderCouple => 4,
            _ => 6,
        };
        var room = house.Size - adults;
        if (house.Kind == HouseKind.TwoCouplesWithElderCouple)
        {
            house.Nuclei.Add(new Nucleus { House = house, Room = (room + 1) / 2, Couple = true });
            house.Nuclei.Add(new Nucleus { House = house, Room = room / 2, Couple = true });
        }
        else if (house.Kind != HouseKind.Single)
        {
            house.Nuclei.Add(new Nucleus { House = house, Room = room, Couple = house.Kind != HouseKind.LoneParent });
        }
    }

    private void SeatCouples()
    {
        var needElders = Houses.Where(h => h.Kind is HouseKind.CoupleWithElderCouple or HouseKind.TwoCouplesWithElderCouple).ToList();
        var wives = women.Where(w => w.Spouse is not null).ToList();
        rng.Shuffle(wives);
        var elders = wives.Where(w => AgeOf(w) is >= 50 and <= 78).Take(needElders.Count).ToList();
        elders.AddRange(wives.Except(elders).OrderBy(w => w.Birth).ThenBy(w => w.Index).Take(needElders.Count - elders.Count));
        var taken = elders.ToHashSet();

        var nuclei = Houses.SelectMany(h => h.Nuclei).Where(n => n.Couple).ToList();
        var ranked = Ranking.ByExpectedChildren(wives.Where(w => !taken.Contains(w)).ToList(), Children, today, rng);
        Ranking.Seat(nuclei, ranked, today, static (nucleus, wife) =>
        {
            nucleus.Wife = wife;
            nucleus.Husband = wife.Spouse;
        });
        ElderMatch.Brothers(needElders);
        ElderMatch.Couples(needElders, elders, rng);
    }

    private void SeatSingles()
    {
        rng.Shuffle(singles);
        var elder = Houses.Where(h => h.Kind == HouseKind.CoupleWithElder).ToList();
        var chosen = Draw(elder.Count, s => s.Marital == DemoMaritalStatus.Widowed && AgeOf(s) >= 58);
        ElderMatch.Singles(elder, chosen, rng);

        var lone = Houses.Where(h => h.Kind == HouseKind.LoneParent).SelectMany(h => h.Nuclei).ToList();
        chosen = Draw(lone.Count, s => s.Marital != DemoMaritalStatus.NeverMarried && AgeOf(s) is >= 25 and <= 70);
        Ranking.Seat(lone, Ranking.ByExpectedChildren(chosen, Children, today, rng), today, static (nucleus, parent) =>
        {
            nucleus.Wife = parent.Sex == DemoSex.Female ? parent : null;
            nucleus.Husband = parent.Sex == DemoSex.Male ? parent : null;
        });

        var siblings = Houses.Where(h => h.Kind == HouseKind.CoupleWithSibling).ToList();
        chosen = Draw(siblings.Count, s => s.Marital != DemoMaritalStatus.Widowed && s.Spouse is null && AgeOf(s) < 65);
        ElderMatch.Siblings(siblings, chosen);

        var alone = Houses.Where(h => h.Kind == HouseKind.Single).ToList();
        for (var i = 0; i < alone.Count; i++)
        {
            alone[i].Other = singles[i];
        }
    }

    /// <summary>Takes the first that fit; where too few fit, anybody, eldest first.</summary>
    private List<Draft> Draw(int count, Func<Draft, bool> fits)
    {
        var chosen = singles.Where(fits).Take(count).ToList();
        if (chosen.Count < count)
        {
            var have = chosen.ToHashSet();
            chosen.AddRange(singles.Where(s => !have.Contains(s)).OrderBy(s => s.Birth).ThenBy(s => s.Index).Take(count - chosen.Count));
        }

        var set = chosen.ToHashSet();
        singles.RemoveAll(set.Contains);
        return chosen;
    }

    private double AgeOf(Draft person) => (today.DayNumber - person.Birth) / 365.2425;
}
