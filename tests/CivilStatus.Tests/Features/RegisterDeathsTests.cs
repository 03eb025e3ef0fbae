using System.Text;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.DeathBooks;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Tests.Ground;
using Project06.DemoNation;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Tests.Features;

[Collection(nameof(RegistryGround))]
public sealed class RegisterDeathsTests(RegistryGround ground)
{
    private static int _next;

    [Fact]
    public async Task RegisterThenSign_MakesOneEntryOneExtract_AndTellsEverybodyOnce()
    {
        var (dossier, person) = (Guid.CreateVersion7(), NextOldPerson());

        var asked = await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(person));
        await ground.TellAsync(asked);

        var entry = await EntryOfAsync(dossier);
        Assert.Equal((DeathEntryState.Written, person.FullName, "Con"), (entry.State, entry.Deceased.Name, entry.RequesterRelation));
        Assert.Equal($"16 giờ 30 phút, ngày 20/11/2026", entry.Died.Written);
        var draft = Assert.Single(await ground.AnswersAsync(dossier));
        Assert.Equal(new DossierResult("death-extract-draft", $"/civil-status/death-extracts/{entry.Id}", false), draft.Result);
        Assert.Empty(await EventsOfAsync(person.Id));

        var signing = await ground.AskEffectAsync(OnEffectRequested.SignDeathExtract, dossier);
        await ground.TellAsync(signing);

        entry = await EntryOfAsync(dossier);
        Assert.Equal((DeathEntryState.Signed, "Trích lục khai tử", ground.Nation.Cast.Leader.FullName), (entry.State, entry.PaperTitle, entry.SignedByName));
        Assert.True(DeathEntryHash.Holds(entry));
        var pdf = await ground.ReadAsync(db => db.ReadFileAsync(entry.ExtractFileId!.Value, default));
        var text = Encoding.Latin1.GetString(pdf!.Value.Content);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/ETSI.CAdES.detached", text, StringComparison.Ordinal);
        Assert.Equal((EffectOutcome.Done, true, signing.RequestId), Last(await ground.AnswersAsync(dossier)));
        Assert.Equal(["civil-status.death-registered"], await EventsOfAsync(person.Id));
    }

    [Fact]
    public async Task Register_Twice_IsRefusedAndLeavesOneEntry()
    {
        var (first, second, person) = (Guid.CreateVersion7(), Guid.CreateVersion7(), NextOldPerson());
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, first, Death(person));

        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, second, Death(person));

        Assert.Equal((EffectOutcome.Refused, "death-already-registered"), Reason(await ground.AnswersAsync(second)));
        Assert.Equal([1L], await ground.QueryAsync<long>("SELECT count(*) FROM civil_status.death_entries WHERE deceased_id = $1", null, person.Id));
    }

    [Theory]
    [InlineData(2026, 11, 22)]
    [InlineData(1905, 1, 1)]
    public async Task Register_InTheFutureOrBeforeBirth_IsRefused(int year, int month, int day)
    {
        var dossier = Guid.CreateVersion7();

        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(NextOldPerson()) with { DeathDate = new DateOnly(year, month, day) });

        Assert.Equal((EffectOutcome.Refused, "death-date-impossible"), Reason(await ground.AnswersAsync(dossier)));
    }

    [Fact]
    public async Task Register_SomebodyTheNationSaysIsDead_IsRefused()
    {
        var dossier = Guid.CreateVersion7();
        var dead = ground.Nation.People.First(p => p.DeathDate is not null);

        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(dead));

        Assert.Equal((EffectOutcome.Refused, "death-already-registered"), Reason(await ground.AnswersAsync(dossier)));
    }

    [Fact]
    public async Task Register_AgainWithOtherWords_TakesTheNextNumber_AndWithTheSameKeepsIt()
    {
        var (dossier, person) = (Guid.CreateVersion7(), NextOldPerson());
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(person));
        var old = await EntryOfAsync(dossier);

        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(person));
        var same = await EntryOfAsync(dossier);
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(person) with { DeathCause = "Tai nạn" });
        var other = await EntryOfAsync(dossier);

        Assert.Equal(old.Number, same.Number);
        Assert.True(other.Number > old.Number);
        Assert.Equal([1, 2], await ground.QueryAsync<int>("SELECT version FROM civil_status.entry_versions WHERE entry_id = $1 ORDER BY 1", null, old.Id));
    }

    [Fact]
    public async Task Register_WithTheYearOnly_SaysTheYearOnly()
    {
        var dossier = Guid.CreateVersion7();

        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(NextOldPerson()) with { DeathDate = null, DeathYear = 2019, DeathTime = null });

        Assert.Equal("năm 2019", (await EntryOfAsync(dossier)).Died.Written);
    }

    [Fact]
    public async Task Sign_ForTheLeadersOwnFamily_IsRefused()
    {
        var dossier = Guid.CreateVersion7();
        var leader = ground.Nation.Cast.Leader;
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(NextOldPerson()) with { RequesterId = leader.Id });

        await ground.AskEffectAsync(OnEffectRequested.SignDeathExtract, dossier);

        Assert.Equal((EffectOutcome.Refused, "signer-is-family"), Reason(await ground.AnswersAsync(dossier)));
        Assert.Equal(DeathEntryState.Written, (await EntryOfAsync(dossier)).State);
    }

    [Fact]
    public async Task Undo_TellsEverybody_AndFreesTheWay()
    {
        var (dossier, person) = (Guid.CreateVersion7(), NextOldPerson());
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, dossier, Death(person));
        await ground.AskEffectAsync(OnEffectRequested.SignDeathExtract, dossier);
        var entry = await EntryOfAsync(dossier);
        var revoke = new RevokeDeathEntry(
            entry.UnitCode, entry.Year, entry.Number, "Nhầm với người trùng tên cùng thôn", "Luật Hộ tịch 60/2014/QH13",
            "Ông đã đến Ủy ban nhân dân ngày 21/11/2026", ground.Nation.Cast.Leader.Id);

        var undone = await ground.SendAsync(revoke);
        var again = await ground.SendAsync(revoke);
        var anew = Guid.CreateVersion7();
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, anew, Death(person));

        Assert.True(undone.Succeeded);
        Assert.Equal("death-entry.not-revocable", again.Error?.Code);
        Assert.Equal(["civil-status.death-registered", "civil-status.death-registration-revoked"], await EventsOfAsync(person.Id));
        Assert.Equal(DeathEntryState.Written, (await EntryOfAsync(anew)).State);
    }

    [Fact]
    public async Task DossierThatStops_TakesItsUnsignedEntriesOutOfForce()
    {
        var (death, birth) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ground.AskEffectAsync(OnEffectRequested.RegisterDeath, death, Death(NextOldPerson()));
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, birth, ground.Birth("Minh"));
        await ground.DrainAsync();

        foreach (var dossier in new[] { death, birth })
            await ground.TellAsync(new DossierEnded(dossier, 8, TestEntries.SignedAt, true, 0), "CivilStatus.OnDossierEnded");

        Assert.Equal(["Revoked"], await ground.QueryAsync<string>("SELECT state FROM civil_status.death_entries WHERE dossier_id = $1", null, death));
        Assert.Equal(["Revoked"], await ground.QueryAsync<string>("SELECT state FROM civil_status.birth_entries WHERE dossier_id = $1", null, birth));
    }

    [Fact]
    public async Task Check_SaysWhatIsWrong()
    {
        var old = NextOldPerson();
        var sound = new CheckDeath(old.Id, new DateOnly(2026, 11, 20), null, null, "16:30", ground.ChildlessWife.Id, "relative");

        Assert.Empty(await ground.SendAsync(sound));
        Assert.True(Assert.Single(await ground.SendAsync(sound with { DeathDate = new DateOnly(2026, 11, 22) })).Blocks);
        Assert.True(Assert.Single(await ground.SendAsync(sound with { DeathDate = new DateOnly(2026, 11, 21), DeathTime = "23:00" })).Blocks);
        Assert.True(Assert.Single(await ground.SendAsync(sound with { DeathTime = "25:00" })).Blocks);
        Assert.False(Assert.Single(await ground.SendAsync(sound with { DeathDate = new DateOnly(2026, 11, 5) })).Blocks);
        Assert.Empty(await ground.SendAsync(sound with { DeathDate = new DateOnly(2026, 11, 6) }));
        Assert.True(Assert.Single(await ground.SendAsync(sound with { RequesterId = old.Id })).Blocks);
        Assert.False(Assert.Single(await ground.SendAsync(sound with { RequesterRelation = "child" })).Blocks);
        Assert.Empty(await ground.SendAsync(sound with { DeceasedId = ground.Husband.Id, RequesterRelation = "spouse" }));
        Assert.Contains(await ground.SendAsync(sound with { DeathDate = null, DeathYear = 1905 }), f => f is { Blocks: true, Property: "deathYear" });
        Assert.True(Assert.Single(await ground.SendAsync(sound with { DeceasedId = ground.Nation.People.First(p => p.DeathDate is not null).Id })).Blocks);
    }

    private RegisterDeath Death(DemoPerson person) => new(
        person.Id, new DateOnly(2026, 11, 20), null, null, "16:30", "Bệnh viện mẫu, Phường Cửa Nam", "Bệnh già", "12/GBT",
        ground.ChildlessWife.Id, "child");

    /// <summary>Somebody born after 1905 whom no other test lets die.</summary>
    private DemoPerson NextOldPerson() => ground.Nation.People
        .Where(p => p.DeathDate is null && p.BirthDate.Year is > 1905 and < 1960 && p.Id != ground.Nation.Cast.Leader.Id && p.Id != ground.Husband.Id && p.Id != ground.ChildlessWife.Id)
        .Skip(Interlocked.Increment(ref _next)).First();

    private Task<DeathEntry> EntryOfAsync(Guid dossier) => ground.ReadAsync(db => db.DeathEntries.AsNoTracking()
        .SingleAsync(e => e.DossierId == dossier && e.State != DeathEntryState.Revoked));

    private Task<List<string>> EventsOfAsync(Guid person) => ground.QueryAsync<string>(
        "SELECT name FROM civil_status.events WHERE subject = $1 ORDER BY subject_version", null, $"person:{person}");

    private static (EffectOutcome, string?) Reason(IReadOnlyList<EffectAnswered> answers) => (answers[^1].Outcome, answers[^1].ReasonCode);

    private static (EffectOutcome, bool, Guid) Last(IReadOnlyList<EffectAnswered> answers) =>
        (answers[^1].Outcome, answers[^1].Result!.IsFinal, answers[^1].RequestId);
}
