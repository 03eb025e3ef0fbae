using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Tests.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Where the law gives some dossiers of a procedure another limit, the folder says which, and everything counts with it.</summary>
public sealed class LimitByConditionTests(ScratchGround ground) : IClassFixture<ScratchGround>
{
    private static readonly DateOnly Friday = TestNation.Today, Monday = TestNation.Today.AddDays(3);

    [Theory]
    [InlineData("supplement", TimeLimitUnit.SameWorkingDay, "15:00")]
    [InlineData("change", TimeLimitUnit.WorkingDay, null)]
    [InlineData("correction", TimeLimitUnit.WorkingDay, null)]
    public void Amendment_SupplementIsDoneTheSameDay(string kind, TimeLimitUnit unit, string? cutOff)
    {
        var limit = TestFolders.Book.Get("1.004859", 1).LimitFor(new JsonObject { ["kind"] = kind });

        Assert.Equal((unit, cutOff is null ? null : TimeOnly.Parse(cutOff)), (limit.Limit.Unit, limit.Limit.CutOff));
        Assert.Equal(kind == "supplement", limit.Legal.Contains("sau 15 giờ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Date_IsCountedByTheLimitThatFitsTheAnswers()
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        using var citizen = await ground.Host.SignInAsync("neighbour-40");
        var (quick, slow) = (await ScratchGround.FileAsync(citizen, null, "none"), await ScratchGround.FileAsync(citizen, null));
        Assert.Equal(Friday.At(new TimeOnly(17, 0)), await PromisedAsync(quick));
        Assert.True(await PromisedAsync(slow) > Monday.At(new TimeOnly(17, 0)));

        // Taken in after three o'clock: the next working day.
        ground.Host.Clock.Set(Friday, new TimeOnly(15, 1));
        using var clerk = await ground.Host.SignInAsync("clerk");
        (await clerk.TakeAsync(quick, "accept")).IsShown();

        Assert.Equal(Monday.At(new TimeOnly(17, 0)), await PromisedAsync(quick));
        using var again = await ground.Host.SignInAsync("neighbour-40");
        (await again.GetAsync($"/dossiers/{quick}/date")).IsShown().Shows("Luật của riêng việc này").Shows("15:00");
        (await again.GetAsync($"/dossiers/{slow}/date")).IsShown();
        Assert.DoesNotContain("Luật của riêng việc này", (await again.GetAsync($"/dossiers/{slow}/date")).Text, StringComparison.Ordinal);
        (await clerk.GetAsync($"/desk/{quick}")).IsShown().Shows("Luật của riêng việc này");
    }

    private async Task<DateTimeOffset> PromisedAsync(string code) => new(
        await ground.Database.ScalarAsync<DateTime>("SELECT promised_at FROM public_services.dossiers WHERE code = $1", code));
}
