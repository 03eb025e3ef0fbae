using System.Diagnostics;
using System.Globalization;

namespace Project06.Benchmarks.Ground;

/// <summary>What is going on, for whoever waits; never a figure.</summary>
internal static class Progress
{
    private static readonly long Started = Stopwatch.GetTimestamp();

    public static void Say(string text) => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"[{Stopwatch.GetElapsedTime(Started).TotalSeconds,6:0.0}] {text}"));
}
