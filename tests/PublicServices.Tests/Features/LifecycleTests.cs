using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Tests.Features;

/// <summary>The national states, against a table of their own.</summary>
public sealed class LifecycleTests
{
    /// <summary>1 new, 2 accepted, 3 not accepted, 4 processing, 5 supplement, 6 payment, 7 withdrawn, 8 stopped, 9 finished, 10 handed over.</summary>
    [Theory]
    [InlineData(1, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    [InlineData(2, new[] { 4, 5, 6, 7, 8, 9 })]
    [InlineData(3, new int[0])]
    [InlineData(4, new[] { 4, 5, 6, 7, 8, 9 })]
    [InlineData(5, new[] { 1, 4, 7, 8 })]
    [InlineData(6, new[] { 1, 4, 7, 8 })]
    [InlineData(7, new int[0])]
    [InlineData(8, new int[0])]
    [InlineData(9, new[] { 10 })]
    [InlineData(10, new int[0])]
    public void State_AllowsExactlyThese(int from, int[] to)
    {
        Assert.Equal(to, Enumerable.Range(0, 13).Where(next => DossierLifecycle.Allows(from, next)));
        Assert.Equal(from is 3 or 7 or 8 or 9 or 10, DossierLifecycle.IsEnd(from));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(-1)]
    public void NoState_AllowsNothing(int from) => Assert.DoesNotContain(Enumerable.Range(0, 13), next => DossierLifecycle.Allows(from, next));
}
