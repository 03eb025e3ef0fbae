namespace Project06.DemoNation.Generation;

/// <summary>The communes of today with their weight and the old provinces of what was merged into them.</summary>
internal sealed class Places
{
    public Places(string folder)
    {
        var provinces = Csv.Read(folder, "admin/provinces_34.csv").ToDictionary(r => r["code"], r => r, StringComparer.Ordinal);
        var rows = Csv.Read(folder, "admin/communes_3321.csv");
        var known = new Dictionary<string, (double People, int Communes)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (people, communes) = known.GetValueOrDefault(row["province_code"]);
            known[row["province_code"]] = (people + row.Real("population"), communes + (row["population"].Length > 0 ? 1 : 0));
        }

        foreach (var row in rows)
        {
            var province = provinces[row["province_code"]];
            var (people, communes) = known[province["code"]];
            var weight = row.Real("population");

            // Blank in one row of eight: what the province has beside the known communes, or their mean.
            var missing = province.Real("units") - communes;
            var rest = missing > 0 ? (province.Real("population") - people) / missing : 0;
            All.Add(new Place
            {
                Index = All.Count,
                Code = row["code"],
                ProvinceCode = province["code"],
                Text = row["full_name"] + ", " + province["full_name"],
                Urban = row["type"] == "Phường",
                Weight = weight > 0 ? weight : rest > 2000 ? rest : people / communes / 2,
                Full = row["code"] is DemoNationOptions.WardCode or DemoNationOptions.RuralCommuneCode,
            });
        }

        ByCode = All.ToDictionary(p => p.Code, StringComparer.Ordinal);
        foreach (var row in Csv.Read(folder, "admin/mapping_commune_2025.csv"))
        {
            ByCode[row["new_code"]].OldProvinces.Add(row["old_province_code"]);
        }

        foreach (var place in All)
        {
            place.MainOldProvince = place.OldProvinces
                .GroupBy(code => code, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .First().Key;
        }
    }

    public List<Place> All { get; } = [];

    public Dictionary<string, Place> ByCode { get; }
}
