using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

/// <summary>Temporary residence, short stays, corrections and confirmations.</summary>
[Collection(nameof(PopulationGround))]
public sealed class ResidenceEffectsTests(PopulationGround ground)
{
    private static readonly DateOnly From = new(2026, 12, 1);

    [Theory]
    [InlineData(28, "too-short")]
    [InlineData(29, null)]
    [InlineData(730, null)]
    [InlineData(731, "too-long")]
    [InlineData(-1, "until-before-from")]
    public async Task Temporary_FromThirtyDaysToTwoYears(int days, string? refused)
    {
        var person = await ground.CreatePersonAsync();
        var until = From.AddDays(days);

        var asked = await TemporaryAsync(person, From, until);

        Assert.Equal(refused ?? $"/population/residences/{asked.RequestId}", await ground.AnswerAsync(asked));
        Assert.Equal(refused is not null, (await CheckTemporaryAsync(await ground.CreatePersonAsync(), From, until)).Any(f => f.Blocks));
        Assert.Equal("12 phố Huế", (await ground.AskAsync(new FindPeople([person], [], Access: null)))[0].ResidenceAddress);
    }

    [Fact]
    public async Task Temporary_IsRenewedFromTheDayAfter_AndNotTwiceAtOnce()
    {
        var person = await ground.CreatePersonAsync();
        await TemporaryAsync(person, From, From.AddYears(1));

        Assert.Equal("temporary-overlaps", await ground.AnswerAsync(await TemporaryAsync(person, From.AddMonths(6), From.AddYears(2))));
        Assert.StartsWith("/population/", await ground.AnswerAsync(await TemporaryAsync(person, From.AddYears(1).AddDays(1), From.AddYears(2))), StringComparison.Ordinal);
        var lines = await ground.AskAsync(new FindResidences(person, Access: null));
        Assert.Equal([ResidenceKind.Temporary, ResidenceKind.Temporary, ResidenceKind.Permanent], lines.Select(l => l.Kind));
    }

    [Fact]
    public async Task Stay_OfThirtyOneDays_IsToldToBeATemporaryResidence()
    {
        var (host, guest) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync());

        var finding = Assert.Single(await ground.AskAsync(new CheckStay(host, From, From.AddDays(30), guest, null, null, null, null, null)));
        var asked = await StayAsync(host, From.AddDays(30), guest);

        Assert.True(finding.Blocks);
        Assert.Contains("1.004194", finding.Vi, StringComparison.Ordinal);
        Assert.Equal("stay-too-long", await ground.AnswerAsync(asked));
        Assert.Empty(await ground.AskAsync(new CheckStay(host, From, From.AddDays(28), guest, null, null, null, null, null)));
    }

    [Fact]
    public async Task Stay_OfSeveralGuests_AndOfARelativeWhoComesAgain()
    {
        var (host, mother, friend) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync(), await ground.CreatePersonAsync());
        await ground.BearAsync(host, mother);

        await StayAsync(host, From.AddDays(2), mother, friend);
        var again = await ground.AskAsync(new CheckStay(host, From.AddDays(9), From.AddDays(12), friend, mother, null, null, null, null));
        await StayAsync(host, From.AddDays(4), friend, mother);

        Assert.Equal(("guest2", false), Assert.Single(again) is var f ? (f.Property, f.Blocks) : default);
        Assert.Equal([1], await CountStaysAsync(mother));
        Assert.Equal([2], await CountStaysAsync(friend));
        Assert.Equal("guest-twice", await ground.AnswerAsync(await StayAsync(host, From, friend, friend)));
        Assert.Equal("host-is-guest", await ground.AnswerAsync(await StayAsync(host, From, host)));
    }

    [Fact]
    public async Task Correction_KeepsBothValues_AndTheRegisterKeepsWhatIsIts()
    {
        var person = await ground.CreatePersonAsync();
        var asked = await CorrectAsync(new CorrectRecord(person, "native-place", null, null, "Xã Mẫu, Tỉnh Thử", null, null, null, "Ghi nhầm"));
        Assert.Equal($"/population/corrections/{asked.RequestId}", await ground.AnswerAsync(asked));
        Assert.Equal(
            ["Phường Cửa Nam, Thành phố Hà Nội > Xã Mẫu, Tỉnh Thử Dossier G01.26-7"], await ground.QueryAsync<string>(
                "SELECT old_value || ' > ' || new_value || ' ' || source || ' ' || source_ref FROM population.person_changes WHERE person_id = $1", null, person));

        var mother = await ground.CreatePersonAsync();
        await ground.TellAsync(new BirthEntryWritten(ground.WriteBirth(mother, null)));
        var child = (await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)))[0].PersonId;
        Assert.Equal("field-not-here", await ground.AnswerAsync(await CorrectAsync(new CorrectRecord(child, "native-place", null, null, "Xã Mẫu", null, null, null, null))));
        Assert.Contains("1.004859", Assert.Single(await ground.AskAsync(
            new CheckRecordCorrection(child, "native-place", null, null, null, null, null, null))).Vi, StringComparison.Ordinal);
        Assert.Equal("field-not-here", await ground.AnswerAsync(await CorrectAsync(new CorrectRecord(person, "sex", "2", null, null, null, null, null, null))));
        Assert.Equal("value-unchanged", await ground.AnswerAsync(await CorrectAsync(new CorrectRecord(person, "native-place", null, null, "Xã Mẫu, Tỉnh Thử", null, null, null, null))));
        Assert.Equal("date-impossible", await ground.AnswerAsync(await CorrectAsync(new CorrectRecord(person, "birth-date", null, new DateOnly(2090, 1, 1), null, null, null, null, null))));
    }

    [Fact]
    public async Task BirthEntryAmended_ChangesTheRecordOnce()
    {
        var mother = await ground.CreatePersonAsync();
        var entry = ground.WriteBirth(mother, null);
        await ground.TellAsync(new BirthEntryWritten(entry));
        var child = (await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)))[0].PersonId;
        ground.Neighbours.BirthEntries[entry] = ground.Neighbours.BirthEntries[entry] with { GivenName = "Bình" };
        var amended = new BirthEntryAmended(entry, Guid.CreateVersion7(), child, Families.Ward, [AmendedFields.GivenName]);

        await ground.TellAsync(amended);
        await ground.TellAsync(amended);

        Assert.Equal("Nguyễn Bảo Bình", (await ground.AskAsync(new FindPeople([child], [], Access: null)))[0].FullName);
        Assert.Equal(["FoldedName", "GivenName"], (await ground.QueryAsync<string>("SELECT field FROM population.person_changes WHERE person_id = $1", null, child)).Order());
    }

    private Task<IReadOnlyList<PublicServices.Contracts.CheckFinding>> CheckTemporaryAsync(Guid person, DateOnly from, DateOnly until) =>
        ground.AskAsync(new CheckTemporaryResidence(person, "00004", "3 ngõ Thử", from, until));

    private Task<PublicServices.Contracts.EffectRequested> TemporaryAsync(Guid person, DateOnly from, DateOnly until) => ground.DecideAsync(
        "population.register-temporary-residence", new RegisterTemporaryResidence(person, "00004", "3 ngõ Thử", from, until, null));

    private Task<PublicServices.Contracts.EffectRequested> StayAsync(Guid host, DateOnly until, Guid guest, Guid? second = null) => ground.DecideAsync(
        "population.record-stay", new RecordStay(host, Families.Ward, "12 phố Huế", From, until, "Thăm nhà", guest, second, null, null, null, null));

    private Task<PublicServices.Contracts.EffectRequested> CorrectAsync(CorrectRecord fields) => ground.DecideAsync("population.correct-record", fields);

    private Task<List<int>> CountStaysAsync(Guid person) => ground.QueryAsync<int>(
        "SELECT count(*)::int FROM population.residences WHERE person_id = $1 AND kind = 'Stay'", null, person);
}
