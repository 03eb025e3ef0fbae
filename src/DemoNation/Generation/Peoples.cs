namespace Project06.DemoNation.Generation;

/// <summary>
/// Ethnic group and religion of each household. The nation's totals are exact quotas; the rural commune takes what its
/// province has, though never so much that a group would be missing elsewhere; the rest follows the old provinces.
/// </summary>
internal sealed class Peoples(DemoNationOptions options, Tables tables, List<House> houses)
{
    private readonly Rng rng = new(options.Seed, 4);

    public void Assign()
    {
        var quota = Apportion.Share(options.People, tables.NationEthnic);
        var ward = houses.Where(h => h.Commune.Code == DemoNationOptions.WardCode).ToList();
        var rural = houses.Where(h => h.Commune.Code == DemoNationOptions.RuralCommuneCode).ToList();
        Full(ward, tables.EthnicUrban, 0.1, quota);
        Full(rural, tables.Ethnic, 0.45, quota);
        Thin(quota);
        foreach (var house in houses)
        {
            foreach (var member in house.Members)
            {
                member.Ethnic = house.Ethnic;
            }
        }

        MixCouples();
        Believe();
    }

    private void Full(List<House> members, double[,] census, double most, int[] quota)
    {
        var province = Array.IndexOf(tables.OldProvinces, members[0].Commune.MainOldProvince);
        var people = members.Sum(h => h.Size);
        var all = 0.0;
        for (var e = 0; e < quota.Length; e++)
        {
            all += census[e, province];
        }

        var left = new int[quota.Length];
        left[Tables.Kinh] = people;
        for (var e = 1; e < quota.Length; e++)
        {
            left[e] = (int)Math.Min(people * (census[e, province] / all), quota[e] * most);
            left[Tables.Kinh] -= left[e];
        }

        Fill(members, left);
        foreach (var house in members)
        {
            quota[house.Ethnic] -= house.Size;
        }
    }

    private void Thin(int[] quota)
    {
        var byProvince = houses.Where(h => !h.Commune.Full).ToLookup(h => h.Commune.MainOldProvince, StringComparer.Ordinal);
        var provinces = tables.OldProvinces.Length;
        var cells = new double[quota.Length, provinces];
        var columns = new double[provinces];
        for (var p = 0; p < provinces; p++)
        {
            columns[p] = byProvince[tables.OldProvinces[p]].Sum(h => h.Size);
            for (var e = 0; e < quota.Length; e++)
            {
                cells[e, p] = quota[e] <= 0 ? 0 : tables.Ethnic[e, p] + 0.01;
            }
        }

        for (var round = 0; round < 40; round++)
        {
            Fitting.Scale(cells, [.. quota.Select(q => (double)Math.Max(0, q))], columns);
        }

        // What a province could not place, in whole households, goes on to the next one.
        var carry = new double[quota.Length];
        for (var p = 0; p < provinces; p++)
        {
            var members = byProvince[tables.OldProvinces[p]].ToList();
            var left = new int[quota.Length];
            for (var e = 0; e < quota.Length; e++)
            {
                carry[e] += cells[e, p];
                left[e] = (int)Math.Floor(carry[e] + 0.5);
            }

            Fill(members, left);
            foreach (var house in members)
            {
                carry[house.Ethnic] -= house.Size;
            }
        }
    }

    /// <summary>Draws without replacement, so that each group ends within a household of its number.</summary>
    private void Fill(List<House> members, int[] left)
    {
        foreach (var house in members.OrderBy(h => h.Ethnic < 0 ? 1 : 0))
        {
            if (house.Ethnic < 0)
            {
                var total = 0;
                foreach (var count in left)
                {
                    total += Math.Max(0, count);
                }

                var at = total == 0 ? -1 : rng.Below(total);
                house.Ethnic = Tables.Kinh;
                for (var e = 0; e < left.Length && at >= 0; e++)
                {
                    at -= Math.Max(0, left[e]);
                    house.Ethnic = at < 0 ? e : house.Ethnic;
                }
            }

            left[house.Ethnic] -= house.Size;
        }
    }

    /// <summary>Exchanges the wives' groups between neighbours: mixed couples without any change to the totals.</summary>
    private void MixCouples()
    {
        House? waiting = null;
        foreach (var house in houses)
        {
            if (house.Kind != HouseKind.Couple || house.ForcedCommune is not null || !rng.Chance(0.08))
            {
                continue;
            }

            if (waiting is null || waiting.Commune.ProvinceCode != house.Commune.ProvinceCode)
            {
                waiting = house;
            }
            else if (waiting.Ethnic != house.Ethnic)
            {
                waiting.Nuclei[0].Wife!.Ethnic = house.Ethnic;
                house.Nuclei[0].Wife!.Ethnic = waiting.Ethnic;
                waiting = null;
            }
        }
    }

    private void Believe()
    {
        var khmer = Array.IndexOf(tables.EthnicCodes, "05");
        var cham = Array.IndexOf(tables.EthnicCodes, "17");
        foreach (var house in houses)
        {
            var p = Array.IndexOf(tables.OldProvinces, house.Commune.MainOldProvince);
            var sum = 0.0;
            for (var r = 0; r < Tables.ReligionCodes.Length; r++)
            {
                sum += tables.Religion[r, p];
            }

            var at = rng.Unit() * sum;
            var chosen = 0;
            for (var r = 0; r < Tables.ReligionCodes.Length && at >= 0; r++)
            {
                at -= tables.Religion[r, p];
                chosen = r;
            }

            var code = house.Ethnic == khmer ? "01"
                : house.Ethnic == cham ? (rng.Chance(0.55) ? "13" : "04")
                : house.ForcedCommune is not null ? null
                : Tables.ReligionCodes[chosen];
            foreach (var member in house.Members)
            {
                member.Religion = code;
            }
        }
    }
}
