namespace Project06.DemoNation.Generation;

/// <summary>
/// How many households of which size and kind: sizes as in the census, kinds so that exactly the couples and the
/// single adults there are find a place; the places left are the children's, and their number is then right too.
/// </summary>
internal static class HousePlan
{
    private const int Sizes = 13;

    public static List<House> Make(Tables tables, int people, int couples, int singles)
    {
        var bins = Bins(tables, people);
        var houses = 0;
        foreach (var bin in bins)
        {
            houses += bin;
        }

        var loneParents = (int)(houses * 0.085);
        var beside = singles - bins[1] - loneParents;
        var extraCouples = couples - houses + bins[1] + loneParents;
        var big = bins[7..].Sum();
        var withElders = (int)((extraCouples - (2 * big) + (0.08 * beside)) / 0.7);
        withElders = Math.Clamp(withElders, 0, extraCouples);
        withElders -= (extraCouples - withElders) % 2;
        withElders = Math.Max(withElders, extraCouples - (2 * big) + ((extraCouples - withElders) % 2));
        var three = (extraCouples - withElders) / 2;
        if (beside < 0 || extraCouples < 0 || withElders < 0 || withElders + (2 * three) != extraCouples || three > big)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"No household plan for {people} people, {couples} couples, {singles} single adults."));
        }

        var bigElders = Math.Min((int)(0.15 * withElders), big - three);
        var bigBeside = big - three - bigElders;
        var elders = Apportion.Share(withElders - bigElders, [0, 0, 0, 0, 10, 25, 50]);
        var besides = Apportion.Share(beside - bigBeside, [0, 0, 0, 22, 32, 32, 14]);
        var alone = Apportion.Share(loneParents, [0, 0, 60, 28, 12, 0, 0]);

        var result = new List<House>(houses);
        for (var size = 1; size < Sizes; size++)
        {
            for (var i = 0; i < bins[size]; i++)
            {
                result.Add(new House { Index = result.Count, Size = size, Kind = KindOf(size) });
            }
        }

        return result;

        HouseKind KindOf(int size)
        {
            if (size == 1)
            {
                return HouseKind.Single;
            }

            if (size < 7)
            {
                return Take(ref alone[size]) ? HouseKind.LoneParent
                    : Take(ref elders[size]) ? HouseKind.CoupleWithElderCouple
                    : Take(ref besides[size]) ? Beside(besides[size])
                    : HouseKind.Couple;
            }

            return Take(ref bigBeside) ? Beside(bigBeside)
                : Take(ref bigElders) ? HouseKind.CoupleWithElderCouple
                : HouseKind.TwoCouplesWithElderCouple;
        }

        static HouseKind Beside(int n) => n % 20 < 12 ? HouseKind.CoupleWithElder : HouseKind.CoupleWithSibling;

        static bool Take(ref int left) => left > 0 && left-- > 0;
    }

    private static int[] Bins(Tables tables, int people)
    {
        var census = tables.AgeSex.Sum();
        var classes = Apportion.Share((int)((people * (tables.Households / census)) + 0.5), tables.HouseholdSizes);
        var bins = new int[Sizes];
        var left = people;
        for (var size = 1; size < 7; size++)
        {
            bins[size] = classes[size - 1];
            left -= size * bins[size];
        }

        // Seven or more: half of what is above seven goes one step up, and so on to twelve.
        bins[7] = classes[6];
        left -= 7 * bins[7];
        for (var round = 0; left > 0; round++)
        {
            var size = 7 + (round % 5);
            var moved = Math.Min(Math.Min(left, (bins[size] + 1) / 2), bins[size]);
            bins[size] -= moved;
            bins[size + 1] += moved;
            left -= moved;
        }

        return bins;
    }
}
