using System.Text.Json;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class TemporaryAbsenceTests(PopulationGround ground)
{
    private static readonly DateOnly From = new(2026, 12, 1);

    [Fact]
    public async Task EffectRequested_RecordsOnceAndAnswersWithTheNotice()
    {
        var person = await ground.CreatePersonAsync();
        var asked = Ask(new RecordTemporaryAbsence(person, "d", From, From.AddYears(2), null, "Tokyo", "Đi học"));

        await ground.TellAsync(asked);
        await ground.TellAsync(asked);

        var absence = Assert.Single(await ground.QueryAsync<Guid>("SELECT id FROM population.absences WHERE person_id = $1", null, person));
        var answer = Assert.Single(await AnswersAsync(asked));
        Assert.Contains($"/population/absences/{absence}", answer, StringComparison.Ordinal);
        Assert.Contains("absence-notice", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EffectRequested_ForAnotherModule_IsLeftAlone()
    {
        await ground.TellAsync(new EffectRequested(Guid.NewGuid(), Guid.NewGuid(), "civil-status.register-birth"));
    }

    [Fact]
    public async Task EffectRequested_ThatOverlaps_IsRefusedWithAReason()
    {
        var person = await ground.CreatePersonAsync();
        await ground.TellAsync(Ask(new RecordTemporaryAbsence(person, "d", From, null, null, "Tokyo", "Đi học")));
        var second = Ask(new RecordTemporaryAbsence(person, "d", From.AddYears(1), null, null, "Paris", "Đi học"));

        await ground.TellAsync(second);

        Assert.Contains("absence-overlaps", Assert.Single(await AnswersAsync(second)), StringComparison.Ordinal);
        Assert.Single(await ground.QueryAsync<Guid>("SELECT id FROM population.absences WHERE person_id = $1", null, person));
    }

    [Theory]
    [InlineData("e", "ground-unknown")]
    [InlineData("d", "person-unknown")]
    public async Task EffectRequested_ThatTheLawDoesNotKnow_IsRefused(string ground_, string reason)
    {
        var person = reason == "person-unknown" ? Guid.NewGuid() : await ground.CreatePersonAsync();
        var asked = Ask(new RecordTemporaryAbsence(person, ground_, From, null, null, "Tokyo", "Đi học"));

        await ground.TellAsync(asked);

        Assert.Contains(reason, Assert.Single(await AnswersAsync(asked)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-30", false)]
    [InlineData("2026-11-01", "2026-12-01", true)]
    [InlineData("2026-12-31", "2027-02-01", true)]
    [InlineData("2027-01-01", null, false)]
    [InlineData("2026-11-01", null, true)]
    public async Task Check_BlocksWhatSharesADayWithARecordedAbsence(string from, string? until, bool blocks)
    {
        var person = await ground.CreatePersonAsync();
        await ground.TellAsync(Ask(new RecordTemporaryAbsence(person, "a", From, new DateOnly(2026, 12, 31), null, "Tokyo", "Đi học")));

        var findings = await ground.AskAsync(new CheckTemporaryAbsence(person, "a", DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until)));

        Assert.Equal(blocks, findings.Any(f => f is { Blocks: true, Property: "from" }));
    }

    [Fact]
    public async Task Check_OfReversedDatesAndAnUnknownGround_BlocksBoth()
    {
        var findings = await ground.AskAsync(new CheckTemporaryAbsence(null, "x", From, From.AddDays(-1)));

        Assert.Equal(["ground", "until"], findings.Select(f => f.Property));
        Assert.All(findings, f => Assert.True(f.Blocks && f.Vi.Length > 0 && f.En.Length > 0 && f.Vi != f.En));
    }

    [Fact]
    public async Task Check_OfAShortAbsence_SaysThatNoneIsNeeded()
    {
        var finding = Assert.Single(await ground.AskAsync(new CheckTemporaryAbsence(null, "d", From, From.AddMonths(3))));

        Assert.False(finding.Blocks);
        Assert.Contains("12", finding.Vi, StringComparison.Ordinal);
        Assert.Empty(await ground.AskAsync(new CheckTemporaryAbsence(null, null, null, null)));
    }

    private EffectRequested Ask(RecordTemporaryAbsence fields)
    {
        var asked = new EffectRequested(Guid.CreateVersion7(), Guid.CreateVersion7(), "population.record-temporary-absence");
        ground.Neighbours.EffectInputs[asked.RequestId] = new EffectInput(
            asked.Effect, JsonSerializer.SerializeToElement(fields, JsonSerializerOptions.Web), asked.DossierId, "G01.26-1", "1.003677",
            fields.AbsentPersonId, "G01.26.00.01", Families.Ward, Guid.NewGuid(), TimeProvider.System.GetUtcNow(), []);
        return asked;
    }

    private Task<List<string>> AnswersAsync(EffectRequested asked) => ground.QueryAsync<string>(
        "SELECT payload::text FROM population.events WHERE subject = $1 AND name = 'public-services.effect-answered'", null, $"dossier:{asked.DossierId}");
}
