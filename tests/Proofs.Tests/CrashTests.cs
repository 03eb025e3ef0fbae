using Project06.Benchmarks.Crash;

namespace Project06.Proofs.Tests;

/// <summary>The short version of <c>./dev prove crash</c>.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task RegisterBirths_KilledAtEachBoundaryAndAtRandom_TakesEffectOnce()
    {
        using var said = new StringWriter();

        var proved = await CrashProof.RunAsync(CrashPlan.Short, said, CancellationToken.None);

        Assert.True(proved, said.ToString());
    }
}
