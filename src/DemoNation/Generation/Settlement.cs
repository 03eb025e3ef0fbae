namespace Project06.DemoNation.Generation;

/// <summary>Which household lives where: two communes full, the others in proportion to their population.</summary>
internal static class Settlement
{
    private const int FullCommune = 30_000;

    /// <summary>Houses in the order of their communes.</summary>
    public static List<House> Settle(DemoNationOptions options, List<House> houses, Places places)
    {
        var rng = new Rng(options.Seed, 3);
        rng.Shuffle(houses);
        var full = Math.Min(FullCommune, options.People * 15 / 100);
        var waiting = new List<House>(houses.Count);
        var people = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [DemoNationOptions.WardCode] = 0,
            [DemoNationOptions.RuralCommuneCode] = 0,
        };
        foreach (var house in houses.OrderBy(h => h.ForcedCommune is null ? 1 : 0))
        {
            var code = house.ForcedCommune
                ?? (people[DemoNationOptions.WardCode] < full ? DemoNationOptions.WardCode
                : people[DemoNationOptions.RuralCommuneCode] < full ? DemoNationOptions.RuralCommuneCode
                : null);
            if (code is null)
            {
                waiting.Add(house);
            }
            else
            {
                people[code] += house.Size;
                Move(house, places.ByCode[code]);
            }
        }

        Spread(waiting, places);
        var settled = houses.OrderBy(h => h.Commune.Index).ThenBy(h => h.ForcedCommune is null ? 1 : 0).ToList();
        for (var i = 0; i < settled.Count; i++)
        {
            settled[i].Index = i;
        }

        return settled;
    }

    private static void Spread(List<House> houses, Places places)
    {
        var thin = places.All.Where(p => !p.Full).ToList();
        var atLeastOne = houses.Count >= 2 * thin.Count;
        var next = 0;
        if (atLeastOne)
        {
            foreach (var place in thin)
            {
                Move(houses[next++], place);
            }
        }

        var total = 0.0;
        var rest = 0;
        foreach (var place in thin)
        {
            total += place.Weight;
        }

        for (var i = next; i < houses.Count; i++)
        {
            rest += houses[i].Size;
        }

        var due = 0.0;
        var placed = 0;
        for (var i = 0; i < thin.Count; i++)
        {
            due += rest * (thin[i].Weight / total);
            while (next < houses.Count && (placed + (houses[next].Size / 2.0) <= due || i == thin.Count - 1))
            {
                placed += houses[next].Size;
                Move(houses[next++], thin[i]);
            }
        }
    }

    private static void Move(House house, Place place)
    {
        house.Commune = place;
        foreach (var member in house.Members)
        {
            member.Commune = place;
        }
    }
}
