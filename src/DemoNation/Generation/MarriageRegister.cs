using System.Globalization;

namespace Project06.DemoNation.Generation;

/// <summary>Wedding days and register entries.</summary>
internal static class MarriageRegister
{
    private const int Year = 365;

    // The demo mother's marriage is entry 12 of 2023.
    private const int CastEntry = 12;

    /// <summary>Some time before the first child, and never before both are of age (men 20, women 18).</summary>
    public static int PickDay(Draft husband, Draft wife, int latest, Rng rng)
    {
        var ofAge = Math.Max(
            DateOnly.FromDayNumber(husband.Birth).AddYears(20).DayNumber,
            DateOnly.FromDayNumber(wife.Birth).AddYears(18).DayNumber);
        var first = int.MaxValue;
        foreach (var child in wife.Children)
        {
            first = ReferenceEquals(child.Father, husband) ? Math.Min(first, child.Birth) : first;
        }

        var day = first == int.MaxValue
            ? ofAge + rng.Between(0, 7 * Year)
            : Math.Max(first - rng.Between(200, 1100), ofAge + rng.Between(0, 300));
        day = Math.Max(ofAge, Math.Min(day, latest));
        var weekday = DateOnly.FromDayNumber(day).DayOfWeek;
        return day + (weekday == DayOfWeek.Saturday ? 2 : weekday == DayOfWeek.Sunday ? 1 : 0) <= latest
            ? day + (weekday == DayOfWeek.Saturday ? 2 : weekday == DayOfWeek.Sunday ? 1 : 0)
            : day;
    }

    /// <summary>Husbands of all marriages, by office, year and day.</summary>
    public static List<Draft> Register(DemoNationOptions options, List<Draft> people, Draft castFather)
    {
        var rng = new Rng(options.Seed, 6);
        var husbands = new List<Draft>();
        foreach (var person in people)
        {
            if (person.Sex != DemoSex.Male || person.Spouse is not { } wife || (person.Died > 0 && wife.Died > 0))
            {
                continue;
            }

            if (person.Married == 0)
            {
                person.Married = wife.Married = PickDay(person, wife, options.Day.DayNumber, rng);
            }

            if (!ReferenceEquals(person, castFather) && ReferenceEquals(person.Commune, castFather.Commune)
                && YearOf(person) == 2023 && person.Married <= castFather.Married)
            {
                person.Married = wife.Married = person.Married + 70;
            }

            husbands.Add(person);
        }

        husbands.Sort(static (a, b) =>
            a.Commune.Index != b.Commune.Index ? a.Commune.Index.CompareTo(b.Commune.Index)
            : a.Married != b.Married ? a.Married.CompareTo(b.Married)
            : a.Index.CompareTo(b.Index));
        var number = 0;
        for (var i = 0; i < husbands.Count; i++)
        {
            var husband = husbands[i];
            var sameYear = i > 0 && ReferenceEquals(husbands[i - 1].Commune, husband.Commune) && YearOf(husbands[i - 1]) == YearOf(husband);
            number = ReferenceEquals(husband, castFather) ? CastEntry : sameYear ? number + 1 : 1;
            husband.EntryNo = husband.Spouse!.EntryNo = string.Create(CultureInfo.InvariantCulture, $"{number:00}/{YearOf(husband)}");
        }

        return husbands;
    }

    private static int YearOf(Draft person) => DateOnly.FromDayNumber(person.Married).Year;
}
