namespace Project06.DemoNation.Generation;

/// <summary>Largest remainders: whole numbers that add up, each within one of its exact share.</summary>
internal static class Apportion
{
    public static int[] Share(int total, IReadOnlyList<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var result = new int[weights.Count];
        if (sum <= 0 || total <= 0)
        {
            return result;
        }

        var rest = new (double Remainder, int Index)[weights.Count];
        var left = total;
        for (var i = 0; i < result.Length; i++)
        {
            var exact = total * (weights[i] / sum);
            result[i] = (int)exact;
            left -= result[i];
            rest[i] = (exact - result[i], i);
        }

        Array.Sort(rest, static (a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Index.CompareTo(b.Index));
        for (var i = 0; i < left; i++)
        {
            result[rest[i % rest.Length].Index]++;
        }

        return result;
    }
}
