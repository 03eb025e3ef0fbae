namespace Project06.DemoNation.Generation;

/// <summary>Gives the households with many children to parents of the ages that have many.</summary>
internal static class Ranking
{
    private const int MaxAge = 121;

    /// <summary>A mother's age at a birth, in years.</summary>
    public static double AgeAtBirth(Rng rng)
    {
        var age = rng.Normal(27.5, 5);
        return age is >= 18.5 and <= 43 ? age : 22 + (rng.Unit() * 10);
    }

    /// <summary>Parents, those with most children to be expected first.</summary>
    public static List<Draft> ByExpectedChildren(List<Draft> parents, List<Draft> children, DateOnly today, Rng rng)
    {
        var wanted = new double[MaxAge];
        foreach (var child in children)
        {
            wanted[Math.Min(MaxAge - 1, (int)(Age(child.Birth, today) + AgeAtBirth(rng)))]++;
        }

        var present = new double[MaxAge];
        foreach (var parent in parents)
        {
            present[AsMother(parent, today)]++;
        }

        var scored = new List<(double Score, Draft Person)>(parents.Count);
        foreach (var parent in parents)
        {
            var age = AsMother(parent, today);
            var around = 0.0;
            var births = 0.0;
            for (var a = Math.Max(0, age - 1); a <= Math.Min(MaxAge - 1, age + 1); a++)
            {
                around += present[a];
                births += wanted[a];
            }

            var score = rng.Normal(births / around, 0.9);
            scored.Add((Math.Min(score, (age - 18) * 0.35), parent));
        }

        scored.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Person.Index.CompareTo(b.Person.Index));
        return scored.ConvertAll(static s => s.Person);
    }

    /// <summary>Most room first; at equal room, households with an elder or a sibling get the younger people.</summary>
    public static void Seat(List<Nucleus> nuclei, List<Draft> ranked, DateOnly today, Action<Nucleus, Draft> seat)
    {
        var byRoom = nuclei
            .Select((n, i) => (Nucleus: n, Index: i))
            .OrderByDescending(x => x.Nucleus.Room)
            .ThenByDescending(x => NeedsElder(x.Nucleus))
            .ThenBy(x => x.Index)
            .Select(x => x.Nucleus)
            .ToList();
        for (var start = 0; start < byRoom.Count;)
        {
            var end = start;
            while (end < byRoom.Count && byRoom[end].Room == byRoom[start].Room)
            {
                end++;
            }

            var slice = ranked.GetRange(start, end - start)
                .Select((person, index) => (person, index))
                .OrderBy(x => Age(Elder(x.person).Birth, today) < 55 ? 0 : 1)
                .ThenBy(x => x.index)
                .Select(x => x.person)
                .ToList();
            for (var i = start; i < end; i++)
            {
                seat(byRoom[i], slice[i - start]);
            }

            start = end;
        }
    }

    public static double Age(int birth, DateOnly today) => (today.DayNumber - birth) / 365.2425;

    private static Draft Elder(Draft person) => person.Spouse ?? person;

    private static bool NeedsElder(Nucleus nucleus) => nucleus.House.Kind
        is HouseKind.CoupleWithElder or HouseKind.CoupleWithElderCouple or HouseKind.TwoCouplesWithElderCouple
        || (nucleus.House.Kind == HouseKind.CoupleWithSibling && nucleus.House.Index % 2 == 0);

    private static int AsMother(Draft parent, DateOnly today) =>
        Math.Clamp((int)Age(parent.Birth, today) - (parent.Sex == DemoSex.Male ? 3 : 0), 0, MaxAge - 1);
}
