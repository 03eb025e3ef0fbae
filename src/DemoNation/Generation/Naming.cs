namespace Project06.DemoNation.Generation;

/// <summary>Names everybody, the oldest first, so that surnames pass on.</summary>
internal sealed class Naming(DemoNationOptions options, Tables tables, NameTables names)
{
    private static readonly string[] HmongMen = ["Páo", "Sùng", "Chu", "Dơ", "Sử", "Lử", "Tủa", "Chinh", "Hồ", "Sình", "Phứ", "Dình", "Lềnh", "Say", "Phềnh", "Vảng"];
    private static readonly string[] HmongWomen = ["Mỷ", "Dợ", "Sua", "Mảy", "Chở", "Dí", "Say", "Pằng", "Ly", "Xua", "Mái", "Dua", "Giống", "Sáo", "Cở"];
    private static readonly string[] DaoMen = ["Phin", "Vảng", "Kinh", "Chòi", "Tòn", "Lụa", "Phúc", "Quyên", "Hin", "Sang"];
    private static readonly string[] DaoWomen = ["Mẩy", "Mùi", "Ghến", "Pham", "Lai", "Khé", "Nải", "Chài", "Liều"];
    private static readonly string[] HighlandMen = ["Thim", "Blơi", "Bhem", "Hăm", "Wiên", "Nhuân", "Sĩ", "Kham", "Tuyn", "Djuang"];
    private static readonly string[] HighlandWomen = ["Bia", "Juh", "Nga", "Linh", "Hăm", "Mrin", "Nuê", "Djuê", "Bluê", "Yuih"];
    private static readonly string[] EdeClans = ["Niê", "Êban", "Mlô", "Kbuôr", "Byă", "Ayun", "Kđoh"];

    // Groups some of whose people have a single word for a name.
    private static readonly HashSet<string> OneWord = ["10", "13", "14", "16", "19", "20", "23", "26", "27", "31", "32", "21", "22"];

    private readonly Rng rng = new(options.Seed, 7);

    public void Assign(List<Draft> people)
    {
        foreach (var person in people.OrderBy(p => p.Birth).ThenBy(p => p.Index))
        {
            if (!person.NameFixed)
            {
                person.Name = Make(person);
            }
        }
    }

    private FullName Make(Draft person)
    {
        var code = tables.EthnicCodes[person.Ethnic];
        var sex = person.Sex == DemoSex.Male ? 0 : 1;
        if (OneWord.Contains(code) ? rng.Chance(0.02) : code == "08" && rng.Chance(0.003))
        {
            return new FullName(string.Empty, string.Empty, rng.Pick(code == "08" ? sex == 0 ? HmongMen : HmongWomen : sex == 0 ? HighlandMen : HighlandWomen));
        }

        if (code == "12")
        {
            return new FullName(sex == 0 ? "Y" : "H", rng.Pick(sex == 0 ? HighlandMen : HighlandWomen), rng.Pick(EdeClans));
        }

        var surname = Surname(person, code);
        var year = DateOnly.FromDayNumber(person.Birth).Year;
        var cohort = year < 1975 ? 0 : year < 2000 ? 1 : 2;
        switch (code)
        {
            case "08" when rng.Chance(0.85):
                return new FullName(surname, sex == 0 ? "A" : "Thị", rng.Pick(sex == 0 ? HmongMen : HmongWomen));
            case "09" when rng.Chance(0.6):
                return new FullName(surname, sex == 0 ? rng.Pick(["Văn", "Chòi", "Tòn", "Láo"]) : rng.Pick(["Thị", "Mùi", "Tả"]), rng.Pick(sex == 0 ? DaoMen : DaoWomen));
            case "10" when rng.Chance(0.6):
                return new FullName(surname, string.Empty, (sex == 0 ? string.Empty : "H'") + rng.Pick(sex == 0 ? HighlandMen : HighlandWomen));
            default:
                break;
        }

        if (cohort > 0 && rng.Chance(0.12))
        {
            var whole = rng.Pick(sex == 0 ? names.Men : names.Women);
            var cut = whole.LastIndexOf(' ');
            return new FullName(surname, cut < 0 ? string.Empty : whole[..cut], whole[(cut + 1)..]);
        }

        var middle = cohort == 0 && rng.Chance(sex == 0 ? 0.4 : 0.7) ? (sex == 0 ? "Văn" : "Thị") : names.Middle[sex, cohort].Draw(rng);
        return new FullName(surname, middle, names.Given[sex, cohort].Draw(rng));
    }

    private string Surname(Draft person, string code)
    {
        var father = person.Father?.Name ?? default;
        var mother = person.Mother?.Name ?? default;
        if (person.SurnameFrom is { Name: { IsSet: true, Surname.Length: > 0 } known })
        {
            return known.Surname;
        }

        if (father is { IsSet: true, Surname: { Length: > 1 } ofFather } && (mother is not { IsSet: true, Surname.Length: > 1 } || !TakesMothers(person)))
        {
            return ofFather;
        }

        if (mother is { IsSet: true, Surname: { Length: > 1 } ofMother } && (father.IsSet || (person.Father is null && (person.Mother!.Birth & 1) == 0)))
        {
            return ofMother;
        }

        // Brothers and sisters of an unknown father still share his name.
        var draw = person.Father is null && person.Mother is { } alone ? new Rng(options.Seed, 1_000_000UL + (ulong)alone.Index) : rng;
        return Table(person, code).Draw(draw);
    }

    private bool TakesMothers(Draft person) => (Rng.Mix(options.Seed ^ (ulong)(uint)person.Birth) & 31) == 0;

    private Weighted Table(Draft person, string code)
    {
        if (code != "01" && names.Surnames.TryGetValue(code, out var own) && own.Count > 2)
        {
            return own;
        }

        // Old provinces are numbered from north to south: 44 Quảng Bình and 70 Bình Phước begin the centre and the south.
        var province = person.Commune.MainOldProvince;
        return names.Surnames[string.CompareOrdinal(province, "44") < 0 ? "north" : string.CompareOrdinal(province, "70") < 0 ? "central" : "south"];
    }
}
