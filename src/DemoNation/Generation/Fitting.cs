namespace Project06.DemoNation.Generation;

/// <summary>One round of iterative proportional fitting: rows, then columns, to their sums.</summary>
internal static class Fitting
{
    public static void Scale(double[,] cells, double[] rows, double[] columns)
    {
        for (var e = 0; e < rows.Length; e++)
        {
            var sum = 0.0;
            for (var p = 0; p < columns.Length; p++)
            {
                sum += cells[e, p];
            }

            for (var p = 0; p < columns.Length && sum > 0; p++)
            {
                cells[e, p] *= rows[e] / sum;
            }
        }

        for (var p = 0; p < columns.Length; p++)
        {
            var sum = 0.0;
            for (var e = 0; e < rows.Length; e++)
            {
                sum += cells[e, p];
            }

            for (var e = 0; e < rows.Length && sum > 0; e++)
            {
                cells[e, p] *= columns[p] / sum;
            }
        }
    }
}
