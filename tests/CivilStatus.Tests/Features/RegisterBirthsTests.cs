using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.BirthBooks;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Tests.Ground;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Tests.Features;

[Collection(nameof(RegistryGround))]
public sealed class RegisterBirthsTests(RegistryGround ground)
{
    private const string RuralCommune = DemoNation.DemoNationOptions.RuralCommuneCode;

    [Fact]
    public async Task RegisterThenSign_MakesOneEntryOneNumberOneCertificate()
    {
        var dossier = Guid.CreateVersion7();
        var (mother, father) = (ground.Nation.Cast.Mother, ground.Nation.Cast.Father);

        var asked = await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, dossier, ground.Birth("An", mother.Id, father.Id));
        await ground.TellAsync(asked);
        await ground.DrainAsync();

        var entry = await ground.EntryOfAsync(dossier);
        Assert.Equal(BirthEntryState.Numbered, entry.State);
        Assert.Matches("^001326[0-9]{6}$", entry.ChildNumber);
        Assert.Equal(mother.FullName, entry.Mother!.Name);
        Assert.Equal("Mẹ", entry.RequesterRelation);
        Assert.Equal("Phường Cửa Nam", entry.OfficeUnit);
        var draft = Assert.Single(await ground.AnswersAsync(dossier));
        Assert.Equal(new DossierResult("birth-certificate-draft", $"/civil-status/certificates/{entry.Id}", false), draft.Result);

        var signing = await ground.AskEffectAsync(OnEffectRequested.SignBirthCertificate, dossier);
        await ground.TellAsync(signing);
        await ground.DrainAsync();

        entry = await ground.EntryOfAsync(dossier);
        Assert.Equal((BirthEntryState.Signed, ground.Nation.Cast.Leader.FullName), (entry.State, entry.SignedByName));
        Assert.True(BirthEntryHash.Holds(entry));
        var pdf = await ground.ReadAsync(db => db.ReadFileAsync(entry.CertificateFileId!.Value, default));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf!.Value.Content, 0, 5), StringComparison.Ordinal);
        var answers = await ground.AnswersAsync(dossier);
        Assert.Equal(2, answers.Count);
        Assert.Equal((EffectOutcome.Done, true, signing.RequestId), (answers[1].Outcome, answers[1].Result!.IsFinal, answers[1].RequestId));
        Assert.Equal(["civil-status.birth-entry-written", "civil-status.birth-registered"], await ground.EventsOfAsync(entry.Id));
        Assert.Equal([1, 2, 3], await ground.QueryAsync<int>("SELECT version FROM civil_status.entry_versions WHERE entry_id = $1 ORDER BY 1", null, entry.Id));
    }

    [Fact]
    public async Task Register_WithANoticeAlreadyUsed_IsRefused()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var notice = ground.NewNotice();
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, first, ground.Birth("Bình", notice: notice));

        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, second, ground.Birth("Bình", notice: notice));

        var answer = Assert.Single(await ground.AnswersAsync(second));
        Assert.Equal((EffectOutcome.Refused, "birth-notice-used"), (answer.Outcome, answer.ReasonCode));
        Assert.Equal([0L], await ground.QueryAsync<long>("SELECT count(*) FROM civil_status.birth_entries WHERE dossier_id = $1", null, second));
    }

    [Fact]
    public async Task Twins_NeedAnOfficersConfirmationAndPass()
    {
        var mother = ground.Nation.Cast.OtherMother.Id;
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, first, ground.Birth("Cúc", mother));
        await ground.DrainAsync();

        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, second, ground.Birth("Chi", mother));
        await ground.DrainAsync();
        var review = Assert.Single(await ground.AnswersAsync(second));
        Assert.Equal((EffectOutcome.NeedsReview, "possible-twin"), (review.Outcome, review.ReasonCode));
        var confirming = await ground.AskEffectAsync(OnEffectRequested.ConfirmDistinctChild, second);
        await ground.DrainAsync();

        var answers = await ground.AnswersAsync(second);
        Assert.Equal((EffectOutcome.Done, confirming.RequestId), (answers[^1].Outcome, answers[^1].RequestId));
        Assert.NotEqual((await ground.EntryOfAsync(first)).ChildNumber, (await ground.EntryOfAsync(second)).ChildNumber);
    }

    [Fact]
    public async Task Register_AgainWithCorrectedAnswersDuringReview_GetsTheNextNumber()
    {
        var mother = ground.Nation.Cast.MotherOfNewborn.Id;
        var newborn = ground.Nation.Cast.Newborn;
        var dossier = Guid.CreateVersion7();
        var birth = ground.Birth("Dương", mother) with { ChildBirthDate = newborn.BirthDate };
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, dossier, birth);
        await ground.DrainAsync();
        var old = await ground.EntryOfAsync(dossier);
        Assert.Equal(BirthEntryState.ReviewPending, old.State);

        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, dossier, birth with { ChildGivenName = "Dung" });
        await ground.DrainAsync();

        var entry = await ground.EntryOfAsync(dossier);
        Assert.NotEqual(old.Id, entry.Id);
        Assert.Equal("Nguyễn Bảo Dung", entry.ChildName);
        Assert.True(entry.Number > old.Number);
    }

    [Fact]
    public async Task Register_ManyAtOnce_LeavesNoGapAndNoTie()
    {
        var before = await LastNumberAsync(RuralCommune);
        var dossiers = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToList();

        await Task.WhenAll(dossiers.Select(d => ground.AskEffectAsync(OnEffectRequested.RegisterBirth, d, ground.Birth("Giang"), RuralCommune)));

        var numbers = await ground.QueryAsync<int>(
            "SELECT number FROM civil_status.birth_entries WHERE unit_code = $1 AND year = 2026 AND number > $2 ORDER BY number", null, RuralCommune, before);
        Assert.Equal(Enumerable.Range(before + 1, 12), numbers);
    }

    [Fact]
    public async Task Sign_BeforeTheNumberIsIssued_IsRefused()
    {
        var dossier = Guid.CreateVersion7();
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, dossier, ground.Birth("Hà"));

        await ground.AskEffectAsync(OnEffectRequested.SignBirthCertificate, dossier);

        Assert.Equal("entry-not-ready", Assert.Single(await ground.AnswersAsync(dossier)).ReasonCode);
    }

    [Fact]
    public async Task Revoke_ThenSign_IsRefusedAndTheNoticeIsFree()
    {
        var (dossier, another) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var notice = ground.NewNotice();
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, dossier, ground.Birth("Khánh", notice: notice));
        await ground.DrainAsync();
        var entry = await ground.EntryOfAsync(dossier);

        var revoked = await ground.SendAsync(new RevokeBirthEntry(entry.UnitCode, entry.Year, entry.Number, "Trẻ đã đăng ký ở nơi khác", ground.Nation.Cast.Leader.Id));
        var again = await ground.SendAsync(new RevokeBirthEntry(entry.UnitCode, entry.Year, entry.Number, "Trẻ đã đăng ký ở nơi khác", ground.Nation.Cast.Leader.Id));
        await ground.AskEffectAsync(OnEffectRequested.SignBirthCertificate, dossier);
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, another, ground.Birth("Khang", notice: notice));

        Assert.True(revoked.Succeeded);
        Assert.Equal("birth-entry.not-revocable", again.Error?.Code);
        Assert.Equal("entry-revoked", (await ground.AnswersAsync(dossier))[^1].ReasonCode);
        Assert.Equal(BirthEntryState.NumberPending, (await ground.EntryOfAsync(another)).State);
    }

    [Theory]
    [InlineData("UPDATE civil_status.entry_versions SET version = version + 1")]
    [InlineData("DELETE FROM civil_status.entry_versions")]
    [InlineData("TRUNCATE civil_status.entry_versions")]
    public async Task EntryVersions_AsTheModulesRole_CannotBeChanged(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ground.QueryAsync<int>(sql, "p06_civil_status"));

        Assert.Equal("42501", refused.SqlState);
    }

    [Fact]
    public async Task SampleEntries_AreSignedWholeAndNumberedWithoutAGap()
    {
        var entries = await ground.ReadAsync(db => db.BirthEntries.AsNoTracking().Where(e => e.CertificateFileId == null && e.State == BirthEntryState.Signed).ToListAsync());

        Assert.Equal(ground.Nation.PastBirths.Count, entries.Count);
        Assert.All(entries, e => Assert.True(BirthEntryHash.Holds(e)));
        foreach (var book in entries.GroupBy(e => (e.UnitCode, e.Year)))
            Assert.Equal(book.Count(), book.Max(e => e.Number) - book.Min(e => e.Number) + 1);
    }

    private async Task<int> LastNumberAsync(string unit) => (await ground.QueryAsync<int>(
        "SELECT coalesce(max(last_number), 0) FROM civil_status.registers WHERE kind = 'Birth' AND unit_code = $1 AND year = 2026", null, unit)).Single();
}
