namespace Project06.DemoNation.Generation;

/// <summary>Chooses households that suit the demo accounts and gives them their fixed names and days.</summary>
internal sealed class CastDrafts
{
    private readonly DateOnly today;
    private readonly List<House> houses;

    public CastDrafts(DemoNationOptions options, Tables tables, List<House> houses)
    {
        today = options.Day;
        this.houses = houses;
        var hmong = Array.IndexOf(tables.EthnicCodes, "08");

        var home = Couple(0, 30, 32);
        Mother = Name(home.Nuclei[0].Wife!, "Hoàng", "Thị", "Lan", "lan.hoang");
        Father = Name(home.Nuclei[0].Husband!, "Nguyễn", "Đức", "Minh", "minh.nguyen");
        Mother.Birth = new DateOnly(1996, 5, 12).DayNumber;
        Father.Birth = new DateOnly(1994, 3, 8).DayNumber;
        Mother.Married = Father.Married = new DateOnly(2023, 2, 14).DayNumber;
        home.Head = Father;
        home.Address = "12 Hàng Bông";
        (Father.Relation, Mother.Relation) = (DemoRelation.Head, DemoRelation.Spouse);
        Seat(home, DemoNationOptions.WardCode, Tables.Kinh);

        var young = Couple(1, 28, 30);
        MotherOfNewborn = Name(young.Nuclei[0].Wife!, "Phạm", "Thu", "Trang", "trang.pham");
        FatherOfNewborn = Name(young.Nuclei[0].Husband!, "Vũ", "Đình", "Khôi", "khoi.vu");
        Newborn = Name(young.Nuclei[0].Children[0], "Vũ", "Gia", "Bảo", null);
        Newborn.Birth = today.DayNumber - 12;
        Seat(young, DemoNationOptions.WardCode, Tables.Kinh);

        var highland = Couple(0, 27, 29);
        OtherMother = Name(highland.Nuclei[0].Wife!, "Sùng", "Thị", "Dợ", "do.sung");
        OtherFather = Name(highland.Nuclei[0].Husband!, "Giàng", "A", "Chinh", "chinh.giang");
        Seat(highland, DemoNationOptions.RuralCommuneCode, hmong);

        CivilStatusOfficer = Alone(DemoSex.Female, DemoNationOptions.WardCode, "Trần", "Thị", "Hạnh", "hanh.tran");
        Clerk = Alone(DemoSex.Female, DemoNationOptions.WardCode, "Lê", "Thị Thu", "Hà", "ha.le");
        Leader = Alone(DemoSex.Male, DemoNationOptions.WardCode, "Phạm", "Hữu", "Thịnh", "thinh.pham");
        Administrator = Alone(DemoSex.Male, DemoNationOptions.WardCode, "Bùi", "Thanh", "Tùng", "tung.bui");
        PoliceOfficer = Alone(DemoSex.Male, DemoNationOptions.WardCode, "Đỗ", "Văn", "Khải", "khai.do");
        OtherClerk = Alone(DemoSex.Female, DemoNationOptions.RuralCommuneCode, "Nông", "Thị", "Thơm", "thom.nong");
        OtherPoliceOfficer = Alone(DemoSex.Male, DemoNationOptions.RuralCommuneCode, "Hoàng", "Văn", "Tạo", "tao.hoang");
        LongName = Alone(DemoSex.Female, DemoNationOptions.WardCode, "Nguyễn", LongMiddle, "Nguyệt", "nguyet.nguyen");
        foreach (var person in new[] { Mother, Father, MotherOfNewborn, FatherOfNewborn, Newborn, OtherMother, OtherFather })
        {
            person.Precision = DemoDatePrecision.Day;
        }
    }

    public Draft Mother { get; }

    public Draft Father { get; }

    public Draft Clerk { get; }

    public Draft CivilStatusOfficer { get; }

    public Draft Leader { get; }

    public Draft Administrator { get; }

    public Draft PoliceOfficer { get; }

    public Draft OtherMother { get; }

    public Draft OtherFather { get; }

    public Draft OtherClerk { get; }

    public Draft OtherPoliceOfficer { get; }

    public Draft MotherOfNewborn { get; }

    public Draft FatherOfNewborn { get; }

    public Draft Newborn { get; }

    public Draft LongName { get; }

    /// <summary>With "Nguyễn" and "Nguyệt" and two spaces the name has 120 characters.</summary>
    private static string LongMiddle
    {
        get
        {
            const string words = "Thị Phương Hoàng Thanh Khánh Quỳnh Nghiêm Trương Thương Nhung Duyên Hương Khuyên Thường Nghĩa Hường Phượng Hoa";
            const int room = 120 - 6 - 6 - 2;
            var cut = words[..room];
            return cut.EndsWith(' ') ? cut[..^1] + "y" : cut;
        }
    }

    private static Draft Name(Draft person, string surname, string middle, string given, string? email)
    {
        person.Name = new FullName(surname, middle, given);
        person.NameFixed = true;
        person.Email = email is null ? null : email + "@example.vn";
        return person;
    }

    private static void Seat(House house, string commune, int ethnic)
    {
        house.ForcedCommune = commune;
        house.Ethnic = ethnic;
    }

    private House Couple(int children, int wifeAge, int husbandAge) => houses
        .Where(h => h.Kind == HouseKind.Couple && h.ForcedCommune is null && h.Nuclei[0].Room == children
            && h.Nuclei[0].Children.TrueForAll(c => c.Group == 0 && ReferenceEquals(c.Mother, h.Nuclei[0].Wife)))
        .OrderBy(h => Off(h.Nuclei[0].Wife!, wifeAge) + Off(h.Nuclei[0].Husband!, husbandAge))
        .ThenBy(h => h.Index)
        .First();

    private Draft Alone(DemoSex sex, string commune, string surname, string middle, string given, string email)
    {
        var house = houses
            .Where(h => h.Kind == HouseKind.Single && h.ForcedCommune is null && h.Other!.Sex == sex)
            .OrderBy(h => h.Other!.Marital == DemoMaritalStatus.Married ? 1 : 0)
            .ThenBy(h => Off(h.Other!, 38))
            .ThenBy(h => h.Index)
            .First();
        Seat(house, commune, Tables.Kinh);
        return Name(house.Other!, surname, middle, given, email);
    }

    private double Off(Draft person, double age) => Math.Abs(Ranking.Age(person.Birth, today) - age - 0.5);
}
