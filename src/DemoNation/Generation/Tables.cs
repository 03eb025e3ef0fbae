namespace Project06.DemoNation.Generation;

/// <summary>Census tables as weights.</summary>
internal sealed class Tables
{
    public const int Groups = 18;

    public const int Kinh = 0;

    private static readonly string[] MaritalColumns = ["never_married", "married", "widowed", "divorced", "separated"];

    public static readonly string[] AgeGroups =
        [.. Enumerable.Range(0, 17).Select(g => FormattableString.Invariant($"{g * 5}-{(g * 5) + 4}")), "85+"];

    public Tables(string folder)
    {
        foreach (var row in Csv.Read(folder, "population/census2019_age_sex_residence_by_province.csv"))
        {
            if (row["province_code"] == "00")
            {
                AgeSex[(Array.IndexOf(AgeGroups, row["age_group"]) * 2) + (row["sex"] == "M" ? 0 : 1)] += row.Number("population");
            }
        }

        foreach (var row in Csv.Read(folder, "population/census2019_marital_status_15plus.csv"))
        {
            var sex = row["population_group"] switch { "male" => 0, "female" => 1, _ => -1 };
            if (sex < 0)
            {
                continue;
            }

            var group = row["age_group"] == "60+" ? 12 : Array.IndexOf(AgeGroups, row["age_group"]);
            Marital[sex, group] = [.. MaritalColumns.Select(row.Real)];
        }

        foreach (var row in Csv.Read(folder, "population/census2019_households_by_size.csv"))
        {
            if (row["province_code"] == "00")
            {
                Households = row.Real("households");
                HouseholdSizes = [.. new[] { "size1", "size2", "size3", "size4", "size5", "size6", "size7plus" }.Select(row.Real)];
            }
        }

        // The census also counts foreigners and "not stated" (55, 56): a national population register holds neither.
        EthnicCodes = [.. Csv.Read(folder, "population/ethnic_groups.csv").Select(r => r["code"]).Where(c => string.CompareOrdinal(c, "55") < 0)];
        OldProvinces = [.. Csv.Read(folder, "admin/provinces_63_2025-03-01.csv").Select(r => r["code"])];
        Ethnic = new double[EthnicCodes.Length, OldProvinces.Length];
        EthnicUrban = new double[EthnicCodes.Length, OldProvinces.Length];
        NationEthnic = new double[EthnicCodes.Length];
        foreach (var row in Csv.Read(folder, "population/census2019_ethnic_by_province.csv"))
        {
            var e = Array.IndexOf(EthnicCodes, row["ethnic_code"]);
            var p = Array.IndexOf(OldProvinces, row["province_code"]);
            var urban = row.Real("urban_male") + row.Real("urban_female");
            var all = urban + row.Real("rural_male") + row.Real("rural_female");
            if (e >= 0 && p >= 0)
            {
                Ethnic[e, p] = all;
                EthnicUrban[e, p] = urban;
            }
            else if (e >= 0)
            {
                NationEthnic[e] = all;
            }
        }

        Religion = new double[ReligionCodes.Length, OldProvinces.Length];
        foreach (var row in Csv.Read(folder, "population/census2019_religion_by_province.csv"))
        {
            var p = Array.IndexOf(OldProvinces, row["province_code"]);
            var order = (int)row.Number("religion_order");
            if (p >= 0 && order < ReligionCodes.Length)
            {
                Religion[order, p] += row.Real("urban_male") + row.Real("urban_female") + row.Real("rural_male") + row.Real("rural_female");
            }
        }
    }

    /// <summary>QCVN 109 codes in the order of the census.</summary>
    public static readonly string?[] ReligionCodes =
        [null, "01", "02", "08", "05", "03", "04", "12", "09", "10", "11", "06", "07", "13", "14", "99", "99"];

    /// <summary>Group × 2 + sex (0 male, 1 female).</summary>
    public double[] AgeSex { get; } = new double[Groups * 2];

    /// <summary>By sex and age group from 3 (15–19) to 12 (60 and more): never married, married, widowed, divorced, separated.</summary>
    public double[,][] Marital { get; } = new double[2, 13][];

    public double Households { get; }

    public double[] HouseholdSizes { get; } = [];

    public string[] EthnicCodes { get; }

    public string[] OldProvinces { get; }

    public double[,] Ethnic { get; }

    public double[,] EthnicUrban { get; }

    public double[] NationEthnic { get; }

    public double[,] Religion { get; }
}
