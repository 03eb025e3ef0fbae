namespace Project06.DemoNation.Generation;

/// <summary>Words with weights, drawn by bisection.</summary>
internal sealed class Weighted
{
    private readonly List<string> words = [];
    private readonly List<double> upTo = [];

    public int Count => words.Count;

    public void Add(string word, double weight)
    {
        words.Add(word == "(none)" ? string.Empty : word);
        upTo.Add((upTo.Count == 0 ? 0 : upTo[^1]) + weight);
    }

    public string Draw(Rng rng)
    {
        var at = rng.Unit() * upTo[^1];
        var (low, high) = (0, words.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = upTo[middle] <= at ? (middle + 1, high) : (low, middle);
        }

        return words[low];
    }
}

/// <summary>Name frequencies by sex and time of birth, surnames by region and ethnic group.</summary>
internal sealed class NameTables
{
    // The three sources, by birth year: candidates of 2016 and students of 1988–1998 for the old, pupils for the young.
    private static readonly string[] Sources = ["na_candidates_2016", "uit_2016", "school_2021"];

    // The surname file leaves the code blank where its spelling of the group isn't the official one.
    private static readonly (string Group, string Code)[] Unnamed =
        [("Mạ", "28"), ("Jrai", "10"), ("La Chí", "38"), ("Kor", "30"), ("H`rê", "19"), ("Bru Vân Kiều (Vân Kiều)", "23"), ("Hmông (Mông)", "08")];

    public NameTables(string folder)
    {
        Load(folder, "names/given_name_frequency.csv", Given);
        Load(folder, "names/middle_name_frequency.csv", Middle);
        foreach (var row in Csv.Read(folder, "names/surname_share_by_region.csv"))
        {
            Of(Surnames, row["region"]).Add(row["surname"], row.Real("percent"));
        }

        foreach (var row in Csv.Read(folder, "names/ethnic_surnames.csv"))
        {
            var code = row["ethnic_code"].Length > 0 ? row["ethnic_code"] : Unnamed.FirstOrDefault(u => u.Group == row["ethnic_group"]).Code;
            if (code is not null and not "04")
            {
                Of(Surnames, code).Add(row["surname"], 1);
            }
        }

        foreach (var word in (string[])["Siu", "Kpă", "Nay", "Rmah", "Rơ Châm", "Rah Lan"])
        {
            Of(Surnames, "10").Add(word, 2);
        }

        foreach (var row in Csv.Read(folder, "names/given_name_pool.csv"))
        {
            (row["sex"] == "F" ? Women : Men).Add(row["middle_and_given_name"]);
        }
    }

    /// <summary>[sex, cohort]: cohorts 0 before 1975, 1 before 2000, 2 later.</summary>
    public Weighted[,] Given { get; } = New();

    public Weighted[,] Middle { get; } = New();

    /// <summary>By region ("north", "central", "south") or ethnic code.</summary>
    public Dictionary<string, Weighted> Surnames { get; } = new(StringComparer.Ordinal);

    public List<string> Women { get; } = [];

    public List<string> Men { get; } = [];

    private static Weighted[,] New()
    {
        var result = new Weighted[2, 3];
        for (var sex = 0; sex < 2; sex++)
        {
            for (var cohort = 0; cohort < 3; cohort++)
            {
                result[sex, cohort] = new Weighted();
            }
        }

        return result;
    }

    private static Weighted Of(Dictionary<string, Weighted> tables, string key)
    {
        if (!tables.TryGetValue(key, out var table))
        {
            tables.Add(key, table = new Weighted());
        }

        return table;
    }

    private static void Load(string folder, string file, Weighted[,] tables)
    {
        foreach (var row in Csv.Read(folder, file))
        {
            var sex = row["sex"] switch { "M" => 0, "F" => 1, _ => -1 };
            var cohort = Array.IndexOf(Sources, row["source"]);
            if (sex < 0 || cohort < 0)
            {
                continue;
            }

            tables[sex, cohort].Add(row["name"], row.Real("count") * (cohort == 0 ? 30 : 1));
            if (cohort == 1)
            {
                // 870 candidates are too few by themselves: the next generation's names fill up the old cohort.
                tables[sex, 0].Add(row["name"], row.Real("count"));
            }
        }
    }
}
