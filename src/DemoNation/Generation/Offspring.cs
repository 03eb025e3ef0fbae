namespace Project06.DemoNation.Generation;

/// <summary>
/// Places the children: ranks the free places by the child's age that would suit the mother, ranks the children by age,
/// pairs them, and exchanges where a pair is impossible. Then picks birth days inside each child's age group.
/// </summary>
internal sealed class Offspring(DemoNationOptions options, Rng rng, List<House> houses)
{
    private const int Year = 365;
    private readonly DateOnly today = options.Day;
    private readonly List<Slot> slots = [];

    public void Place(List<Draft> children)
    {
        foreach (var house in houses)
        {
            foreach (var nucleus in house.Nuclei)
            {
                AddSlots(nucleus);
            }
        }

        if (slots.Count != children.Count)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{slots.Count} places for {children.Count} children."));
        }

        slots.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Index.CompareTo(b.Index));
        children.Sort(static (a, b) => a.Birth != b.Birth ? a.Birth.CompareTo(b.Birth) : a.Index.CompareTo(b.Index));
        for (var i = 0; i < slots.Count; i++)
        {
            slots[i].Index = i;
            slots[i].Child = children[i];
            slots[i].Nucleus.Children.Add(children[i]);
        }

        for (var pass = 0; pass < 4; pass++)
        {
            Exchange();
        }

        foreach (var house in houses)
        {
            foreach (var nucleus in house.Nuclei)
            {
                Adopt(nucleus);
            }
        }
    }

    private void AddSlots(Nucleus nucleus)
    {
        var mother = nucleus.MotherBirth;
        var firstAge = 0.0;
        for (var i = 0; i < nucleus.Room; i++)
        {
            firstAge = i == 0 ? Math.Min(Ranking.AgeAtBirth(rng), 36) - Math.Min(2 * (nucleus.Room - 1), 6) : firstAge + 2 + (rng.Unit() * 3.5);
            slots.Add(new Slot { Index = slots.Count, Nucleus = nucleus, Key = mother + (int)(Math.Max(firstAge, 18) * 365.2425) });
        }
    }

    private void Exchange()
    {
        foreach (var slot in slots)
        {
            for (var attempt = 0; attempt < 80 && !Valid(slot); attempt++)
            {
                var other = slots[attempt < 40 ? Math.Clamp(slot.Index + rng.Between(-400, 400), 0, slots.Count - 1) : rng.Below(slots.Count)];
                Swap(slot, other);
                if (!Valid(slot) || !Valid(other))
                {
                    Swap(slot, other);
                }
            }
        }
    }

    private static void Swap(Slot a, Slot b)
    {
        var (x, y) = (a.Child, b.Child);
        var (i, j) = (a.Nucleus.Children.IndexOf(x), b.Nucleus.Children.IndexOf(y));
        a.Nucleus.Children[i] = y;
        b.Nucleus.Children[j] = x;
        (a.Child, b.Child) = (y, x);
    }

    private bool Valid(Slot slot)
    {
        var (low, high) = Window(slot.Nucleus, slot.Child);
        if (high - low < 120)
        {
            return false;
        }

        var same = 0;
        foreach (var child in slot.Nucleus.Children)
        {
            same += child.Group == slot.Child.Group ? 1 : 0;
        }

        return same <= 1 + ((high - low) / 600);
    }

    /// <summary>When this child can have been born to these parents, within its age group.</summary>
    private (int Low, int High) Window(Nucleus nucleus, Draft child)
    {
        var (low, high) = Pool.Window(today, child.Group);

        // Everybody in the nation has been registered: the youngest are ten days old.
        high = Math.Min(high, today.DayNumber - 10);
        low = Math.Max(low, nucleus.MotherBirth + (17 * Year) + 100);
        high = Math.Min(high, nucleus.MotherBirth + (46 * Year));
        if (nucleus.Husband is { } father)
        {
            low = Math.Max(low, father.Birth + (18 * Year) + 100);
            high = Math.Min(high, father.Birth + (68 * Year));
        }

        return (low, high);
    }

    private void Adopt(Nucleus nucleus)
    {
        var own = nucleus.Children.Where(c => Window(nucleus, c) is var (low, high) && high - low >= 30).ToList();
        own.Sort(static (a, b) => a.Group != b.Group ? b.Group.CompareTo(a.Group) : a.Index.CompareTo(b.Index));
        var days = new int[own.Count];
        var twin = -1;
        for (var i = 1; i < own.Count; i++)
        {
            if (own[i].Group == own[i - 1].Group && twin < 0 && rng.Chance(0.05))
            {
                twin = i;
            }
        }

        var spaced = false;
        for (var attempt = 0; attempt < 60 && !spaced; attempt++)
        {
            for (var i = 0; i < own.Count; i++)
            {
                var (low, high) = Window(nucleus, own[i]);
                days[i] = i == twin ? days[i - 1] : rng.Between(low, high);
            }

            spaced = Spaced(days);
        }

        // Who can't be fitted in stays in the household as a relative, without parents on record.
        var taken = new List<int>();
        for (var i = 0; i < own.Count; i++)
        {
            if (spaced || taken.TrueForAll(d => Math.Abs(d - days[i]) >= 300 || d == days[i]))
            {
                taken.Add(days[i]);
                own[i].Birth = days[i];
                nucleus.Wife?.AddChild(own[i]);
                nucleus.Husband?.AddChild(own[i]);
            }
        }
    }

    private static bool Spaced(int[] days)
    {
        for (var i = 0; i < days.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var apart = Math.Abs(days[i] - days[j]);
                if (apart is > 0 and < 300)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private sealed class Slot
    {
        public required int Index { get; set; }

        public required Nucleus Nucleus { get; init; }

        public required int Key { get; init; }

        public Draft Child { get; set; } = null!;
    }
}
