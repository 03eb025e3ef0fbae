using System.Text;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Tests.Domain;

public class OneTimeCodesTests
{
    private static readonly string Key = OneTimeCodes.ToBase32(Encoding.ASCII.GetBytes("12345678901234567890"));

    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void At_KnownInstant_GivesTheStandardsCode(long seconds, string code)
    {
        var step = OneTimeCodes.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, OneTimeCodes.At(Key, step));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_ClockOffBySteps_AllowsOne(int offset, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        var code = OneTimeCodes.At(Key, OneTimeCodes.StepAt(now) + offset);

        Assert.Equal(accepted, OneTimeCodes.Match(Key, code, now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("mười hai")]
    public void Match_NotACode_IsRefused(string code) =>
        Assert.Null(OneTimeCodes.Match(Key, code, DateTimeOffset.UnixEpoch));

    [Fact]
    public void ToBase32_KnownText_GivesTheStandardsText() =>
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Key);
}
