namespace Project06.DemoNation.Generation;

/// <summary>Every living person with sex, age group and marital status, in exactly the numbers of the census.</summary>
internal sealed class Pool
{
    // How widowhood grows within the census's open class 60+; our own shape, scaled to the class's total.
    private static readonly double[] WidowedMen = [1, 1.5, 2.2, 3, 4, 5.5];
    private static readonly double[] WidowedWomen = [1, 1.6, 2.3, 3, 3.7, 4.3];

    private readonly DateOnly today;
    private readonly Rng rng;

    public Pool(Tables tables, DemoNationOptions options)
    {
        today = options.Day;
        rng = new Rng(options.Seed, 1);
        var counts = Apportion.Share(options.People, tables.AgeSex);
        for (var sex = 0; sex < 2; sex++)
        {
            for (var group = 0; group < 3; group++)
            {
                Add(sex, group, DemoMaritalStatus.NeverMarried, counts[(group * 2) + sex]);
            }

            AddAdults(tables, counts, sex);
        }
    }

    public List<Draft> People { get; } = [];

    /// <summary>First and last birth day of an age group.</summary>
    public static (int Low, int High) Window(DateOnly today, int group) =>
        (today.AddYears((-5 * group) - 5).DayNumber + 1, today.AddYears(-5 * group).DayNumber);

    private void AddAdults(Tables tables, int[] counts, int sex)
    {
        var status = new int[Tables.Groups, 5];
        for (var group = 3; group < 12; group++)
        {
            var shares = Apportion.Share(counts[(group * 2) + sex], tables.Marital[sex, group]);
            for (var m = 0; m < 5; m++)
            {
                status[group, m] = shares[m];
            }
        }

        SplitOldest(tables, counts, sex, status);
        if (sex == 0)
        {
            // Men marry from 20 (Law on Marriage and Family 2014, art. 8); the census counts younger couples too.
            for (var m = 1; m < 5; m++)
            {
                var moved = Math.Min(status[3, m], status[4, 0]);
                status[3, m] -= moved;
                status[3, 0] += moved;
                status[4, m] += moved;
                status[4, 0] -= moved;
            }
        }

        for (var group = 3; group < Tables.Groups; group++)
        {
            for (var m = 0; m < 5; m++)
            {
                Add(sex, group, (DemoMaritalStatus)m, status[group, m]);
            }
        }
    }

    private static void SplitOldest(Tables tables, int[] counts, int sex, int[,] status)
    {
        var left = new int[6];
        for (var i = 0; i < 6; i++)
        {
            left[i] = counts[((12 + i) * 2) + sex];
        }

        var totals = Apportion.Share(left.Sum(), tables.Marital[sex, 12]);
        var shape = sex == 0 ? WidowedMen : WidowedWomen;
        Spread(totals[2], 2, i => left[i] * shape[i]);
        Spread(totals[0], 0, i => left[i]);
        Spread(totals[3], 3, i => left[i]);
        Spread(totals[4], 4, i => left[i]);
        for (var i = 0; i < 6; i++)
        {
            status[12 + i, 1] = left[i];
        }

        void Spread(int total, int m, Func<int, double> weight)
        {
            var parts = Apportion.Share(total, [.. Enumerable.Range(0, 6).Select(weight)]);
            for (var i = 0; i < 6; i++)
            {
                var part = Math.Min(parts[i], left[i]);
                status[12 + i, m] += part;
                left[i] -= part;
                for (var over = parts[i] - part; over > 0; over--)
                {
                    var room = Array.FindIndex(left, n => n > 0);
                    status[12 + room, m]++;
                    left[room]--;
                }
            }
        }
    }

    private void Add(int sex, int group, DemoMaritalStatus marital, int count)
    {
        for (var i = 0; i < count; i++)
        {
            People.Add(new Draft
            {
                Index = People.Count,
                Sex = sex == 0 ? DemoSex.Male : DemoSex.Female,
                Group = group,
                Marital = marital,
                Birth = BirthDay(group, marital),
            });
        }
    }

    private int BirthDay(int group, DemoMaritalStatus marital)
    {
        var (low, high) = Window(today, group);
        if (group == 17)
        {
            var years = 0;
            while (years < 17 && rng.Chance(0.8))
            {
                years++;
            }

            high = today.AddYears(-85 - years).DayNumber;
            low = today.AddYears(-86 - years).DayNumber + 1;
        }
        else if (group == 3 && marital != DemoMaritalStatus.NeverMarried)
        {
            high = today.AddYears(-18).DayNumber - 60;
        }

        return rng.Between(low, high);
    }
}
