using System.Text;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.BirthBooks;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Jobs;
using Project06.CivilStatus.Tests.Ground;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Tests.Features;

[Collection(nameof(RegistryGround))]
public sealed class ChangesAndCopiesTests(RegistryGround ground)
{
    [Fact]
    public async Task Copies_AreNumberedSignedAndFollowTheirEntry()
    {
        var (entry, dossier) = (await SignedBirthAsync("Phúc"), Guid.CreateVersion7());

        var asked = await ground.AskEffectAsync(OnEffectRequested.IssueCopies, dossier, new IssueCopies("birth", entry.ChildId!.Value, 3, ground.ChildlessWife.Id));
        await ground.TellAsync(asked);

        var copies = await ground.ReadAsync(db => db.EntryCopies.AsNoTracking().Where(c => c.EffectRequestId == asked.RequestId).OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(copies[0].Number, 3), copies.Select(c => c.Number));
        Assert.Equal(3, copies.Select(c => c.PublicToken).Distinct().Count());
        Assert.All(copies, c => Assert.True(c.Holds(entry.ContentHash)));
        var pdf = await ground.ReadAsync(db => db.ReadFileAsync(copies[0].FileId, default));
        Assert.Contains("/ETSI.CAdES.detached", Encoding.Latin1.GetString(pdf!.Value.Content), StringComparison.Ordinal);
        Assert.Equal(new DossierResult("entry-copies", $"/civil-status/copies/{asked.RequestId}", true), Assert.Single(await ground.AnswersAsync(dossier)).Result);
    }

    [Fact]
    public async Task Copies_OfARevokedEntryOrAnUnknownOne_AreRefused()
    {
        var entry = await SignedBirthAsync("Quân");
        await ground.SendAsync(new RevokeBirthEntry(entry.UnitCode, entry.Year, entry.Number, "Đăng ký nhầm người mẹ", ground.Nation.Cast.Leader.Id));
        var wanted = new IssueCopies("birth", entry.ChildId!.Value, 1, ground.ChildlessWife.Id);

        Assert.Equal("entry-revoked", await RefusalAsync(OnEffectRequested.IssueCopies, wanted));
        Assert.Equal("entry-not-found", await RefusalAsync(OnEffectRequested.IssueCopies, wanted with { Register = "death" }));
        Assert.Equal("register-unavailable", await RefusalAsync(OnEffectRequested.IssueCopies, wanted with { Register = "marriage" }));
        Assert.Equal("copies-count", await RefusalAsync(OnEffectRequested.IssueCopies, wanted with { Copies = 11 }));
        Assert.True(Assert.Single(await ground.SendAsync(new CheckCopies("marriage", entry.ChildId, 1))).Blocks);
        Assert.True(Assert.Single(await ground.SendAsync(new CheckCopies("birth", entry.ChildId, 1))).Blocks);
    }

    [Fact]
    public async Task Correction_LeavesTheEntryAndChangesHowItReads()
    {
        var (entry, dossier) = (await SignedBirthAsync("Sơn"), Guid.CreateVersion7());
        var wanted = Asked(entry, "correction", "birth-place") with { BirthPlace = "Trạm y tế mẫu, Phường Cửa Nam" };

        await ground.AskEffectAsync(OnEffectRequested.AmendBirthEntry, dossier, wanted);
        var before = await ground.SendAsync(new FindBirthEntry(entry.Id));
        var signing = await ground.AskEffectAsync(OnEffectRequested.SignChangeExtract, dossier);
        await ground.TellAsync(signing);
        var after = await ground.SendAsync(new FindBirthEntry(entry.Id));

        Assert.Equal(entry.ChildBirthPlace, before.BirthPlace);
        Assert.Equal("Trạm y tế mẫu, Phường Cửa Nam", after.BirthPlace);
        var kept = await ground.ReadAsync(db => db.BirthEntries.AsNoTracking().SingleAsync(e => e.Id == entry.Id));
        Assert.Equal((entry.ChildBirthPlace, true), (kept.ChildBirthPlace, BirthEntryHash.Holds(kept)));
        var note = await ground.ReadAsync(db => db.EntryChanges.AsNoTracking().SingleAsync(c => c.DossierId == dossier));
        Assert.Equal((EntryChangeState.Signed, entry.ChildBirthPlace, true), (note.State, Assert.Single(note.Fields).OldWords, note.Holds()));
        Assert.Single(await ground.EventsOfAsync(entry.Id), name => name == "civil-status.birth-entry-amended");
        Assert.Equal((EffectOutcome.Done, true), ((await ground.AnswersAsync(dossier))[^1].Outcome, (await ground.AnswersAsync(dossier))[^1].Result!.IsFinal));
    }

    [Fact]
    public async Task ThreeDifferentThings_AreToldApart()
    {
        var entry = await SignedBirthAsync("Tâm");

        Assert.Equal("nothing-differs", await RefusalAsync(OnEffectRequested.AmendBirthEntry, Asked(entry, "correction", "birth-place") with { BirthPlace = entry.ChildBirthPlace }));
        Assert.Equal("content-not-missing", await RefusalAsync(OnEffectRequested.AmendBirthEntry, Asked(entry, "supplement", "native-place") with { NativePlace = "Xã Mẫu" }));
        Assert.Equal("field-not-changeable", await RefusalAsync(OnEffectRequested.AmendBirthEntry, Asked(entry, "change", "birth-date") with { BirthDate = entry.ChildBirthDate.AddDays(-1) }));
        var name = new CheckAmendment("change", entry.ChildId, "name", "Nguyễn", "Bảo", "Thanh", null, null, null, null, null, null, true, entry.FatherId);
        var said = Assert.Single(await ground.SendAsync(name));
        Assert.False(said.Blocks);
        Assert.Contains("Tâm", said.Vi, StringComparison.Ordinal);
        Assert.Empty(await ground.SendAsync(name with { RequesterId = ground.ChildlessWife.Id }));
    }

    [Fact]
    public async Task BooksOfLastYear_AreClosedWithTheirTotals()
    {
        await ground.QueryAsync<int>("""
            WITH r AS (INSERT INTO civil_status.registers (kind, unit_code, year, last_number) VALUES ('Death', '99999', 2025, 203))
            INSERT INTO civil_status.books (kind, unit_code, year, volume, first_number, opened_on) VALUES ('Death', '99999', 2025, 2, 201, '2025-11-30') RETURNING volume
            """);

        await ground.RunAsync<CloseBooks>();
        await ground.RunAsync<CloseBooks>();

        Assert.Equal(["2025-12-31 3 3"], await ground.QueryAsync<string>(
            "SELECT closed_on || ' ' || closing_events || ' ' || closing_pages FROM civil_status.books WHERE unit_code = '99999'"));
    }

    private AmendBirthEntry Asked(BirthEntry entry, string kind, string field) => new(
        kind, entry.ChildId!.Value, field, null, null, null, null, null, null, null, null, null, "Ghi nhầm khi đăng ký", ground.ChildlessWife.Id);

    private async Task<string?> RefusalAsync(string effect, object fields)
    {
        var dossier = Guid.CreateVersion7();
        await ground.AskEffectAsync(effect, dossier, fields);
        return Assert.Single(await ground.AnswersAsync(dossier)).ReasonCode;
    }

    private async Task<BirthEntry> SignedBirthAsync(string given)
    {
        var dossier = Guid.CreateVersion7();
        await ground.AskEffectAsync(OnEffectRequested.RegisterBirth, dossier, ground.Birth(given, father: ground.Husband.Id) with { MotherId = null });
        await ground.DrainAsync();
        if ((await ground.EntryOfAsync(dossier)).State is BirthEntryState.ReviewPending)
        {
            await ground.AskEffectAsync(OnEffectRequested.ConfirmDistinctChild, dossier);
            await ground.DrainAsync();
        }
        await ground.AskEffectAsync(OnEffectRequested.SignBirthCertificate, dossier);
        await ground.DrainAsync();
        return await ground.EntryOfAsync(dossier);
    }
}
