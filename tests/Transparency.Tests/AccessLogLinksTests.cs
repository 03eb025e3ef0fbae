using Project06.Transparency.Features.AccessLog;

namespace Project06.Transparency.Tests;

public sealed class AccessLogLinksTests
{
    [Theory]
    [InlineData(null, 1, "/my-data/access-log")]
    [InlineData(null, 3, "/my-data/access-log?page=3")]
    [InlineData(30, 1, "/my-data/access-log?days=30")]
    [InlineData(90, 2, "/my-data/access-log?days=90&page=2")]
    public void Of_WritesThePeriodIntoTheAddress(int? days, int page, string expected) =>
        Assert.Equal(expected, AccessLogLinks.Of(days, page));
}
