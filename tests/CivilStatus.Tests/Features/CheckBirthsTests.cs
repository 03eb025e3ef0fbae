using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Tests.Ground;

namespace Project06.CivilStatus.Tests.Features;

[Collection(nameof(RegistryGround))]
public sealed class CheckBirthsTests(RegistryGround ground)
{
    private CheckBirth Sound() => new(
        "Nguyễn", "Bảo", "An", new DateOnly(2026, 11, 18), ground.ChildlessWife.Id, ground.Husband.Id, ground.NewNotice());

    [Fact]
    public async Task Check_WithNothingFilledIn_SaysNothing() =>
        Assert.Empty(await ground.SendAsync(new CheckBirth(null, null, null, null, null, null, null)));

    [Fact]
    public async Task Check_ChildBornTomorrow_Blocks()
    {
        var finding = Assert.Single(await ground.SendAsync(Sound() with { ChildBirthDate = new DateOnly(2026, 11, 22) }));

        Assert.Equal(("childBirthDate", true), (finding.Property, finding.Blocks));
        Assert.Contains("chưa đến", finding.Vi, StringComparison.Ordinal);
        Assert.Contains("still to come", finding.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FatherYoungerThanTheChild_Blocks()
    {
        var findings = await ground.SendAsync(Sound() with { ChildBirthDate = ground.Husband.BirthDate.AddDays(-1), MotherId = null, BirthNoticeCode = null });

        Assert.Contains(findings, f => f is { Property: "fatherId", Blocks: true } && f.Vi.Contains("sinh sau con", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_FatherOfTen_Blocks()
    {
        var father = ground.Husband;
        var findings = await ground.SendAsync(Sound() with { ChildBirthDate = father.BirthDate.AddYears(10), MotherId = null, BirthNoticeCode = null });

        Assert.Contains(findings, f => f is { Property: "fatherId", Blocks: true } && f.Vi.Contains("12", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AfterSixtyDays_WarnsOnly()
    {
        var finding = Assert.Single(await ground.SendAsync(Sound() with { ChildBirthDate = new DateOnly(2026, 9, 21) }));
        var inTime = await ground.SendAsync(Sound() with { ChildBirthDate = new DateOnly(2026, 9, 22) });

        Assert.False(finding.Blocks);
        Assert.Empty(inTime);
    }

    [Theory]
    [InlineData("01234.GCS.567.26", "18 ký tự")]
    [InlineData("01234.GCS.00567.25", "kết thúc bằng 25")]
    public async Task Check_NoticeThatDoesNotFit_Blocks(string notice, string said)
    {
        var finding = Assert.Single(await ground.SendAsync(Sound() with { BirthNoticeCode = notice }));

        Assert.Equal(("birthNoticeCode", true), (finding.Property, finding.Blocks));
        Assert.Contains(said, finding.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoticeAlreadyUsed_Blocks()
    {
        var notice = ground.NewNotice();
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, Guid.CreateVersion7(), ground.Birth("Lam", notice: notice));

        var finding = Assert.Single(await ground.SendAsync(Sound() with { BirthNoticeCode = notice }));

        Assert.True(finding.Blocks);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Check_SiblingOfTheSameDayOrShortlyBefore_WarnsOnly(int days)
    {
        var (mother, newborn) = (ground.Nation.Cast.MotherOfNewborn, ground.Nation.Cast.Newborn);
        var findings = await ground.SendAsync(Sound() with { MotherId = mother.Id, FatherId = null, ChildBirthDate = newborn.BirthDate.AddDays(-days) });

        Assert.Contains(findings, f => !f.Blocks);
        Assert.DoesNotContain(findings, f => f.Blocks);
    }

    [Fact]
    public async Task Check_NameWithDigits_Blocks() =>
        Assert.True(Assert.Single(await ground.SendAsync(Sound() with { ChildGivenName = "An2" })).Blocks);
}
