using Project06.BuildingBlocks.Time;

namespace Project06.PublicServices.Tests.Features;

/// <summary>What follows when the applicant says nothing, and that the clock stands still while they are waited for.</summary>
public sealed class SilenceTests(TestGround ground) : IClassFixture<TestGround>
{
    private const string Job = "public-services.apply-silence";
    private static readonly DateOnly Friday = TestNation.Today, Monday = TestNation.Today.AddDays(3);

    [Fact]
    public async Task Draft_NotAnsweredInADay_CountsAsRight()
    {
        var code = await FileAndAcceptAsync("neighbour-01");
        using (var officer = await ground.Host.SignInAsync("officer"))
            await officer.TakeAsync(code, "send-draft");
        var silence = await InstantAsync(code, "silence_at");
        Assert.Equal(Monday, silence.LegalDate());

        ground.Host.Clock.Now = silence.AddMinutes(-1);
        await ground.Host.RunJobAsync(Job);
        Assert.Equal("confirmation", await ground.Database.StepOfAsync(code));

        ground.Host.Clock.Now = silence;
        await ground.Host.RunJobAsync(Job);
        await ground.Host.RunJobAsync(Job);

        Assert.Equal("registration", await ground.Database.StepOfAsync(code));
        var moves = await ground.Database.QueryAsync<string>("""
            SELECT concat_ws(' ', action, from_step, to_step, by_person_id, by_role) FROM public_services.dossier_steps s
            JOIN public_services.dossiers d ON d.id = s.dossier_id WHERE d.code = $1 AND s.action = 'silence'
            """, code);
        Assert.Equal(["silence confirmation registration"], moves);
    }

    [Fact]
    public async Task Draft_AnsweredInTime_IsLeftAlone()
    {
        var code = await FileAndAcceptAsync("neighbour-02");
        using (var officer = await ground.Host.SignInAsync("officer"))
            await officer.TakeAsync(code, "send-draft");
        using (var mother = await ground.Host.SignInAsync("neighbour-02"))
        {
            var silent = await mother.AnswerDraftAsync(code, "correct", " ");
            silent.IsRefused("Comment");
            (await mother.AnswerDraftAsync(code, "correct", "Chữ đệm thừa một chữ")).IsShown();
        }
        Assert.Equal("examination", await ground.Database.StepOfAsync(code));
        using (var officer = await ground.Host.SignInAsync("officer"))
            (await officer.GetAsync($"/desk/{code}")).IsShown().Shows("Chữ đệm thừa một chữ");

        ground.Host.Clock.Set(Monday.AddDays(9), new TimeOnly(9, 0));
        await ground.Host.RunJobAsync(Job);

        Assert.Equal("examination", await ground.Database.StepOfAsync(code));
    }

    [Fact]
    public async Task Supplement_NotBroughtInSevenWorkingDays_StopsTheDossier()
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        string code;
        using (var mother = await ground.Host.SignInAsync("neighbour-03"))
            code = await mother.FileBirthAsync();
        using (var clerk = await ground.Host.SignInAsync("clerk"))
        {
            var ask = await clerk.GetAsync($"/desk/{code}/supplement");
            (await ask.Form().Set("Reason.birth-place", "Ghi thêm địa chỉ bệnh viện").SubmitAsync()).IsShown();
        }
        // Seven working days from Friday the 20th: the weekends and the 24th of November don't count.
        var silence = await InstantAsync(code, "silence_at");
        Assert.Equal(new DateOnly(2026, 12, 2), silence.LegalDate());

        ground.Host.Clock.Now = silence.AddMinutes(-1);
        await ground.Host.RunJobAsync(Job);
        Assert.Equal(5, await ground.Database.StateOfAsync(code));
        ground.Host.Clock.Now = silence;
        await ground.Host.RunJobAsync(Job);

        Assert.Equal(8, await ground.Database.StateOfAsync(code));
        using var stopped = await ground.Host.SignInAsync("neighbour-03");
        (await stopped.GetAsync($"/dossiers/{code}")).IsShown().Shows("Quá 7 ngày làm việc mà hồ sơ chưa được bổ sung");
        (await stopped.GetAsync("/messages")).Shows($"Hồ sơ {code} đã dừng xử lý");
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id
            WHERE d.code = $1 AND e.name = 'public-services.dossier-ended'
            """, code));
    }

    [Fact]
    public async Task Clock_StandsStillWhileTheMotherIsWaitedFor()
    {
        var code = await FileAndAcceptAsync("neighbour-04");
        Assert.Equal(Friday.At(new TimeOnly(17, 0)), await InstantAsync(code, "promised_at"));
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 59));
        using (var officer = await ground.Host.SignInAsync("officer"))
            await officer.TakeAsync(code, "send-draft");
        Assert.Equal(Friday.At(new TimeOnly(10, 0)), await InstantAsync(code, "paused_at"));

        ground.Host.Clock.Set(Monday, new TimeOnly(8, 59));
        using (var mother = await ground.Host.SignInAsync("neighbour-04"))
            (await mother.AnswerDraftAsync(code, "confirm")).IsShown();

        // Six of the working hours were left at ten on Friday; seven were waited, from ten to five and from eight to nine.
        Assert.Equal(Monday.At(new TimeOnly(16, 0)), await InstantAsync(code, "promised_at"));
        Assert.Equal(TimeSpan.FromHours(7), await ground.Database.ScalarAsync<TimeSpan>(
            "SELECT waited FROM public_services.dossiers WHERE code = $1 AND paused_at IS NULL", code));
    }

    private async Task<string> FileAndAcceptAsync(string account)
    {
        ground.Host.Clock.Set(Friday, new TimeOnly(9, 0));
        using var mother = await ground.Host.SignInAsync(account);
        var code = await mother.FileBirthAsync();
        using var clerk = await ground.Host.SignInAsync("clerk");
        await clerk.TakeAsync(code, "accept");
        return code;
    }

    private async Task<DateTimeOffset> InstantAsync(string code, string column) => new(
        await ground.Database.ScalarAsync<DateTime>($"SELECT {column} FROM public_services.dossiers WHERE code = $1", code));
}
