using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>A look at one's data that isn't right: disputed by the person, answered by the office's head or the administrator.</summary>
[Collection(nameof(Journeys))]
public sealed class DisputeTests(JourneyGround ground)
{
    [Fact]
    public async Task Look_Disputed_IsAnsweredWithinItsClock_AndTheLedgerStays()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        using var other = await ground.Host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Đoan", BirthSteps.Yesterday));
        (await (await ground.As("clerk")).GetAsync($"/desk/{code}")).IsShown();
        var person = TestNation.Account(key).PersonId;
        var before = await LedgerAsync(person);
        var address = (await mother.GetAsync("/my-data/access-log")).IsShown().FindLink("/my-data/access-log/")!;
        (await other.GetAsync(address)).HasStatus(HttpStatusCode.NotFound);

        var page = (await mother.GetAsync(address)).IsShown();
        (await page.Form("Words").SubmitAsync()).IsRefused("Words");
        (await page.Form("Words").Set("Words", "Tôi không nộp gì ở đây").SubmitAsync()).IsShown().Shows("Phải trả lời trước").Shows("Vì sao là ngày này?");
        (await page.Form("Words").Set("Words", "Lần nữa").SubmitAsync()).IsShown().ShowsNowhere("Lần nữa");

        Assert.Equal(before, await LedgerAsync(person));
        var id = await ground.Database.ScalarAsync<Guid>("SELECT id FROM transparency.access_disputes WHERE person_id = $1", person);
        (await (await ground.As("clerk")).GetAsync($"/disputes/{id}")).HasStatus(HttpStatusCode.Forbidden);
        (await (await ground.As("other-leader")).GetAsync($"/disputes/{id}")).HasStatus(HttpStatusCode.NotFound);
        (await (await ground.As("admin")).GetAsync("/disputes")).IsShown().ShowsNowhere(TestNation.Account(key).Name);
        (await (await ground.As("admin")).GetAsync($"/disputes/{id}")).IsShown().Shows("Tôi không nộp gì ở đây").Shows(TestNation.Account("clerk").Name);
        var desk = (await (await ground.As("leader")).GetAsync($"/disputes/{id}")).IsShown();
        (await desk.Form("Answer").SubmitAsync()).IsRefused("Outcome");
        (await desk.Form("Answer").Set("Outcome", "Justified").Set("Answer", "Cán bộ mở để tiếp nhận hồ sơ vừa nộp").SubmitAsync()).IsShown().Shows("Lượt xem có lý do");

        await ground.Host.DrainOutboxAsync();
        var messages = (await mother.GetAsync("/messages")).IsShown();
        (await messages.FollowAsync("Phản ánh lượt xem dữ liệu đã có trả lời")).IsAt(address).Shows("Cán bộ mở để tiếp nhận");
        (await mother.GetAsync("/my-data/access-log")).IsShown().Shows("đã có trả lời");
        Assert.Equal(2, await ground.Database.ScalarAsync<long>(
            "SELECT count(DISTINCT actor_person) FROM transparency.access_rows WHERE person_id = $1 AND purpose = 'dispute'", person));
    }

    private Task<string> LedgerAsync(Guid person) => ground.Database.ScalarAsync<string>(
        "SELECT string_agg(id::text || encode(hash, 'hex'), ',' ORDER BY id) FROM transparency.access_rows WHERE person_id = $1 AND purpose <> 'dispute'", person);
}
