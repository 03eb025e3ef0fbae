using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.DateTraces;
using Project06.PublicServices.Tests.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Why this date: the pages, and the sums behind them.</summary>
public sealed class DateTraceTests(TestGround ground) : IClassFixture<TestGround>
{
    private static readonly DateOnly Friday = TestNation.Today, Monday = TestNation.Today.AddDays(3);

    [Fact]
    public async Task Pages_ExplainAPauseAndAddUp()
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        string code;
        using (var mother = await ground.Host.SignInAsync("neighbour-01"))
        using (var clerk = await ground.Host.SignInAsync("clerk"))
        {
            code = await mother.FileBirthAsync();
            (await mother.GetAsync($"/dossiers/{code}/date")).IsShown().Shows("Chưa tiếp nhận");
            await clerk.TakeAsync(code, "accept");
        }
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 59));
        using (var officer = await ground.Host.SignInAsync("officer"))
        using (var mother = await ground.Host.SignInAsync("neighbour-01"))
        {
            await officer.TakeAsync(code, "send-draft");
            (await mother.GetAsync($"/dossiers/{code}/date")).IsShown().Shows("Thời hạn đang tạm dừng").Shows("Chờ người nộp hồ sơ").Shows("đến nay");
        }
        ground.Host.Clock.Set(Monday, new TimeOnly(8, 59));
        using var applicant = await ground.Host.SignInAsync("neighbour-01");
        using var official = await ground.Host.SignInAsync("officer");
        await applicant.AnswerDraftAsync(code, "confirm");

        foreach (var page in new[] { await applicant.GetAsync($"/dossiers/{code}/date"), await official.GetAsync($"/desk/{code}/date") })
        {
            // Accepted at 9:01, paused at 10:00 with six hours left; on Monday from 9:00 that makes 16:00.
            page.IsShown().Shows("16:00").Shows("6 giờ 59 phút").Shows("59 phút").Shows("Thời hạn chạy").Shows("15:00").Shows("Giờ nghỉ trưa không tính");
        }
        Assert.NotNull((await applicant.GetAsync($"/dossiers/{code}")).FindLink($"/dossiers/{code}/date"));
        using var stranger = await ground.Host.SignInAsync("neighbour-02");
        (await stranger.GetAsync($"/dossiers/{code}/date")).HasStatus(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public void Supplement_IsShownInBothReadings()
    {
        var procedure = TestFolders.Book.Get(TestFolders.Birth, 1);
        var calendar = ground.Host.Services.GetRequiredService<ReferenceBook>().Current.Calendar(procedure.Offices.Deciding.CalendarKind);
        DateTimeOffset At(DateOnly day, int hour, int minute = 0) => day.At(new TimeOnly(hour, minute));
        var lived = new Dossier
        {
            Id = Guid.NewGuid(), Code = DossierCode.Parse("H26.01.14.01-261120-0001"), ProcedureCode = procedure.Code, ProcedureVersion = 1,
            ContentHash = "", ApplicantId = Guid.NewGuid(), Channel = 2, UnitCode = "00082", ReceivingOrganisation = "a", DecidingOrganisation = "b",
            FiledAt = At(Friday, 8), StepId = "reception", Answers = [], PromisedAt = At(Monday, 17),
        };
        var n = 0;
        DossierStep Row(string action, string? from, string to, int state, DateTimeOffset at) => new()
        {
            Id = Guid.CreateVersion7(at.AddMilliseconds(n++)), DossierId = lived.Id, At = at, Action = action, FromStep = from, ToStep = to, State = state,
        };

        var why = DateTrace.Explain(lived, procedure,
        [
            Row("file", null, "reception", 1, At(Friday, 8)),
            Row("accept", "reception", "reception", 2, At(Friday, 9)),
            Row("accept", "reception", "examination", 4, At(Friday, 9)),
            Row("supplement", "examination", "supplement", 5, At(Friday, 10)),
            Row("resubmit", "supplement", "reception", 1, At(Monday, 9)),
            Row("accept", "reception", "reception", 2, At(Monday, 9, 30)),
            Row("accept", "reception", "examination", 4, At(Monday, 9, 30)),
        ], null, calendar);

        Assert.Equal(At(Monday, 17), why.Computed);
        Assert.Equal(At(Monday, 17), why.IfRestarted);
        // Six of seven hours were left at ten on Friday.
        Assert.Equal(At(Monday, 16), why.IfSubtracted);
        Assert.Contains(why.Spans, s => s.Kind == SpanKind.Restarted);
        Assert.Equal(why.Limit, why.Spans[^1].Sum);
        Assert.Contains(why.Spans, s => s is { Kind: SpanKind.Paused, Counted.Ticks: 0 } && s.From == At(Friday, 10) && s.Until == At(Monday, 9));
    }
}
