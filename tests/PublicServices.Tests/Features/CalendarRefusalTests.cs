using System.Net;

namespace Project06.PublicServices.Tests.Features;

/// <summary>No date is computed in a year whose calendar isn't loaded: the citizen is told, and so is the administrator.</summary>
public sealed class CalendarRefusalTests(TestGround ground) : IClassFixture<TestGround>
{
    private static readonly DateOnly LastDay = new(2027, 12, 31);

    [Fact]
    public async Task Filing_WithADateInAYearThatIsNotLoaded_IsRefusedAndKept()
    {
        ground.Host.Clock.Set(LastDay, new TimeOnly(14, 0));
        using (var inTime = await ground.Host.SignInAsync("neighbour-01"))
            await inTime.FileBirthAsync(NewChild.Next() with { BornOn = LastDay.AddDays(-7) });

        ground.Host.Clock.Set(LastDay, new TimeOnly(16, 30));
        using var mother = await ground.Host.SignInAsync("mother");
        var check = await (await BirthForm.OpenAsync(mother)).AnswerAsync(NewChild.Next() with { BornOn = LastDay.AddDays(-5) });
        var draft = BirthForm.DraftOf(check);

        var refused = await check.Form().SubmitAsync();

        refused.IsRefused(status: HttpStatusCode.UnprocessableEntity);
        refused.Shows("lịch làm việc năm 2028 chưa được công bố").Shows("Mọi câu trả lời đã được lưu");
        Assert.Equal(0, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.dossiers WHERE id = $1", draft));
        Assert.Equal("Bệnh viện Mẫu", await ground.Database.ScalarAsync<string>(
            "SELECT answers->>'birth-place' FROM public_services.drafts WHERE id = $1 AND filed_at IS NULL", draft));
        (await mother.GetAsync(check.Path)).IsShown().Shows("Bệnh viện Mẫu");

        // Once, however often it happens.
        await check.Form().SubmitAsync();
        Assert.Equal(["calendar-commune-office-2028"], await ground.Database.QueryAsync<string>("SELECT key FROM public_services.operator_notices"));
        using var admin = await ground.Host.SignInAsync("admin");
        (await admin.GetAsync("/admin/events")).IsShown().Shows("Lịch làm việc năm 2028");
    }
}
