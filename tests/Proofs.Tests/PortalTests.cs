using Project06.Benchmarks.Portal;

namespace Project06.Proofs.Tests;

/// <summary>The short version of <c>./dev prove portal</c>.</summary>
public sealed class PortalTests
{
    [Fact]
    public async Task UsePortal_KilledUnderLoad_HoldsWhatWasAcknowledgedOnce()
    {
        using var said = new StringWriter();

        var proved = await PortalProof.RunAsync(PortalPlan.Short, said, CancellationToken.None);

        Assert.True(proved, said.ToString());
    }
}
