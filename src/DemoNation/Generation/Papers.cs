using System.Globalization;

namespace Project06.DemoNation.Generation;

/// <summary>Addresses, native places, how well a birthday is known, numbers, identifiers, telephones.</summary>
internal sealed class Papers(DemoNationOptions options, Tables tables, Places places)
{
    private static readonly string[] Streets =
    [
        "Hoa Sữa", "Hoa Ban", "Trúc Xanh", "Bằng Lăng", "Hoàng Lan", "Ngọc Lan", "Lộc Vừng", "Hàng Sấu", "Phượng Vĩ", "Mai Vàng", "Sen Hồng", "Tường Vi",
        "Dạ Hương", "Thạch Thảo", "Cẩm Tú", "Bạch Đàn", "Hải Đường", "Mộc Lan", "Sao Mai", "Ánh Dương", "Bình Yên", "Hòa Thuận", "Đoàn Kết", "Tân Tiến",
    ];

    private static readonly string[] Villages =
    [
        "An Bình", "Tân Lập", "Đồng Tâm", "Hòa Bình", "Phú Thịnh", "Khe Sim", "Nà Lốc", "Suối Thầu", "Đồng Chanh", "Cầu Mới", "Bến Đá", "Xuân Lũng",
        "Trung Tâm", "Làng Vài", "Phú Hòa", "Tân Sơn", "Bản Cầm", "Tiến Thắng", "Gò Mít", "Giếng Đá",
    ];

    private readonly Rng rng = new(options.Seed, 8);

    public void AddressHouses(List<House> houses)
    {
        var inCommune = 0;
        for (var i = 0; i < houses.Count; i++)
        {
            var house = houses[i];
            inCommune = i > 0 && ReferenceEquals(houses[i - 1].Commune, house.Commune) ? inCommune + 1 : 0;
            if (house.Address.Length == 0)
            {
                var offset = house.Commune.Index + inCommune;
                house.Address = house.Commune.Urban
                    ? string.Create(CultureInfo.InvariantCulture, $"{1 + (inCommune / Streets.Length)} phố {Streets[offset % Streets.Length]}")
                    : string.Create(CultureInfo.InvariantCulture, $"Số {1 + (inCommune / Villages.Length)}, thôn {Villages[offset % Villages.Length]}");
            }

            house.Id = MakeId(2, house.Index, Epoch);
            foreach (var member in house.Members)
            {
                member.Address = house.Address;
            }
        }
    }

    /// <summary>Oldest first, since the native place is the father's.</summary>
    public void Issue(List<Draft> people)
    {
        var used = new HashSet<long>(people.Count);
        foreach (var person in people.OrderBy(p => p.Birth).ThenBy(p => p.Index))
        {
            person.Native = person.Father?.Native ?? person.Mother?.Native
                ?? (rng.Chance(0.8) ? person.Commune : places.All[rng.Below(places.All.Count)]);
            person.OldProvince = rng.Pick(person.Commune.OldProvinces);
            Blur(person);
            var year = DateOnly.FromDayNumber(person.Birth).Year;
            var prefix = long.Parse(person.OldProvince, CultureInfo.InvariantCulture);
            var century = ((year / 100) - 19) * 2;
            var stem = (prefix * 1000) + ((century + (person.Sex == DemoSex.Male ? 0 : 1)) * 100) + (year % 100);
            long number;
            do
            {
                number = (stem * 1_000_000) + rng.Below(1_000_000);
            }
            while (!used.Add(number));
            person.Number = number.ToString("D12", CultureInfo.InvariantCulture);
        }

        foreach (var person in people)
        {
            person.Id = MakeId(1, person.Index, Epoch);
        }
    }

    public string? Phone(Draft person) =>
        person.Died > 0 || options.Day.DayNumber - person.Birth < 18 * 365 || Rng.Mix((ulong)person.Index) % 5 == 0
            ? null
            : "0100" + (person.Index % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public string? Email(Draft person) =>
        person.Email ?? (person.Died > 0 || options.Day.DayNumber - person.Birth is < 18 * 365 or > 60 * 365 || Rng.Mix((ulong)person.Index + 77) % 3 > 0
            ? null
            : "nguoi.mau." + person.Index.ToString(CultureInfo.InvariantCulture) + "@example.vn");

    /// <summary>Laid out as version 7 of RFC 9562: milliseconds, then what stands for chance.</summary>
    public Guid MakeId(uint kind, int index, long milliseconds)
    {
        var a = Rng.Mix(options.Seed ^ Rng.Mix(((ulong)kind << 40) | (uint)index));
        var b = Rng.Mix(a);
        var time = (ulong)milliseconds + (kind < 3 ? (ulong)(index / 64) : 0);
        return new Guid(
            (uint)(time >> 16),
            (ushort)time,
            (ushort)(0x7000 | (kind < 3 ? ((uint)(index % 64) << 6) | (a & 0x3F) : a & 0xFFF)),
            (byte)(0x80 | (b & 0x3F)),
            (byte)(b >> 8),
            (byte)(b >> 16),
            (byte)(b >> 24),
            (byte)(b >> 32),
            (byte)(b >> 40),
            (byte)(b >> 48),
            (byte)(b >> 56));
    }

    private long Epoch => Milliseconds(options.Day.AddDays(-1).DayNumber);

    public static long Milliseconds(int day) => (day - new DateOnly(1970, 1, 1).DayNumber) * 86_400_000L;

    /// <summary>Old papers may give a year or a month only; not where that would change the person's age group.</summary>
    private void Blur(Draft person)
    {
        var born = DateOnly.FromDayNumber(person.Birth);
        var age = (options.Day.DayNumber - person.Birth) / 365;
        var chance = age < 50 ? 0.002 : (age - 45) * 0.005;
        if (person.NameFixed || !rng.Chance(tables.EthnicCodes[person.Ethnic] == "01" ? chance : chance * 2))
        {
            return;
        }

        var precision = rng.Chance(0.8) ? DemoDatePrecision.Year : DemoDatePrecision.Month;
        var first = new DateOnly(born.Year, precision == DemoDatePrecision.Year ? 1 : born.Month, 1);
        var sameGroup = Math.Min(17, NationSummary.AgeOn(first, options.Day) / 5) == Math.Min(17, NationSummary.AgeOn(born, options.Day) / 5);
        if (sameGroup && person.Mother is null && person.Father is null)
        {
            person.Birth = first.DayNumber;
            person.Precision = precision;
        }
    }
}
