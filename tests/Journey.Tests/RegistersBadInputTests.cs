using Project06.DemoNation;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>What the registers can't take, told while it is typed: a plain sentence at its field, 422, and what was typed is still there.</summary>
[Collection(nameof(Journeys))]
public sealed class RegistersBadInputTests(JourneyGround ground)
{
    private const string Death = "1.000656", Stay = "2.001159", Residence = "1.004222";

    private static readonly Dictionary<string, object> Spouse = new() { ["relation"] = "spouse", ["date-known"] = "day" };

    private static DemoPerson SpouseOf(string account) => TestNation.Current.People.Single(
        p => p.Id == TestNation.Current.People.Single(one => one.Id == TestNation.Account(account).PersonId).SpouseId);

    [Fact]
    public async Task Death_InTheFuture_IsRefusedAtTheDate()
    {
        using var wife = await ground.Host.SignInAsync("neighbour-48");
        var page = await wife.WalkAsync(Death, Spouse, stopBefore: "death-date");

        var tomorrow = await page.IsShown().Form().SetDate("death-date", TestNation.Today.AddDays(1)).SubmitAsync();
        var tonight = await page.Form().SetDate("death-date", TestNation.Today).Set("death-time", "23:59").SubmitAsync();

        tomorrow.IsRefused("death-date").Shows("chưa đến");
        Assert.Equal($"{TestNation.Today.AddDays(1).Day}", tomorrow.Form()["death-date.Day"]);
        tonight.IsRefused("death-date").Shows("Ngày giờ này chưa đến");
        Assert.Equal("23:59", tonight.Form()["death-time"]);
    }

    [Fact]
    public async Task Death_BeforeBirth_IsRefusedAtTheDate()
    {
        var born = SpouseOf("neighbour-49").BirthDate;
        using var wife = await ground.Host.SignInAsync("neighbour-49");
        var page = await wife.WalkAsync(Death, Spouse, stopBefore: "death-date");

        var answer = await page.IsShown().Form().SetDate("death-date", born.AddDays(-1)).SubmitAsync();

        answer.IsRefused("death-date").Shows("sinh sau ngày mất");
        Assert.Equal($"{born.AddDays(-1).Year}", answer.Form()["death-date.Year"]);
    }

    [Fact]
    public async Task Death_OfTheSamePersonTwice_IsRefusedAtThePerson_AndByTheRegister()
    {
        var account = TestNation.Account("neighbour-50");
        var husband = SpouseOf("neighbour-50");
        using var wife = await ground.Host.SignInAsync(account);
        using var relative = await ground.Host.SignInAsync("neighbour-51");
        var answers = new Dictionary<string, object>(Spouse)
        {
            ["deceased"] = new FormSteps.Named(husband.Number, husband.FullName), ["death-date"] = BirthSteps.Yesterday, ["death-place"] = "Bệnh viện Mẫu",
            ["death-cause"] = "Bệnh tim", ["proof"] = "notice", ["death-notice-photo"] = TestPapers.Jpeg,
        };
        var other = new Dictionary<string, object>(answers) { ["relation"] = "relative" };
        var first = BirthSteps.Last(await (await wife.WalkAsync(Death, answers)).IsShown().Form().SubmitAsync());
        var second = BirthSteps.Last(await (await relative.WalkAsync(Death, other)).IsShown().Form().SubmitAsync());
        await ground.FinishAsync(wife, first);

        // Filed before the first was registered: the register refuses, and the officer reads why.
        await (await ground.As("clerk")).TakeAsync(second, "accept");
        await (await ground.As("officer")).TakeAsync(second, "send-draft");
        await relative.AnswerDraftAsync(second, "confirm");
        await (await ground.As("officer")).TakeAsync(second, "register");
        await ground.Host.DrainOutboxAsync();
        Assert.Equal("examination", await ground.OfDossierAsync<string>("step_id", second));
        (await (await ground.As("officer")).GetAsync($"/desk/{second}")).IsShown().Shows("đã được đăng ký");
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM civil_status.death_entries WHERE deceased_id = $1", husband.Id));

        // Begun afterwards: said at the person.
        using var late = await ground.Host.SignInAsync("neighbour-52");
        var page = await late.WalkAsync(Death, other, stopBefore: "deceased");
        var answer = await page.IsShown().Answer(other).SubmitAsync();
        answer.IsRefused().Shows("mỗi người chỉ đăng ký một lần");
        Assert.Equal(husband.Number, answer.Form()["deceased.Number"]);
        Assert.Equal(husband.FullName, answer.Form()["deceased.FullName"]);
    }

    [Fact]
    public async Task Stay_OfThirtyOneDays_IsToldToBeATemporaryResidence()
    {
        using var host = await ground.Host.SignInAsync("neighbour-53");
        var from = TestNation.Today.AddDays(3);
        var page = await host.WalkAsync(Stay, new Dictionary<string, object>(), stopBefore: "dates");

        var answer = await page.IsShown().Form().SetDate("from", from).SetDate("until", from.AddDays(30)).SubmitAsync();

        answer.IsRefused("until").Shows("1.004194");
        Assert.Equal(($"{from.Day}", $"{from.AddDays(30).Day}"), (answer.Form()["from.Day"], answer.Form()["until.Day"]));
        Assert.Equal("guest-count", BirthSteps.Last((await answer.Form().SetDate("until", from.AddDays(28)).SubmitAsync()).IsShown()));
    }

    [Fact]
    public async Task Household_WithoutAHead_CantBeJoined_NorLeftBehind()
    {
        var people = TestNation.Current.People;
        var homes = people.Where(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.WardCode).GroupBy(p => p.HouseholdId)
            .Where(home => home.Count() > 2 && home.All(p => !TestNation.HasAccount(p.Id))).ToList();
        var head = await HeadOfAsync(homes[0].First().Id);
        var gone = people.Single(p => p.Id == head);
        await ground.Database.ExecuteAsync("UPDATE population.households SET head_id = NULL, headless_since = $2 WHERE head_id = $1", head, TestNation.Today.AddDays(-3));
        var key = Enumerable.Range(54, 6).Select(n => $"neighbour-{n}").First(k => people.Single(p => p.Id == TestNation.Account(k).PersonId) is var me
            && people.Count(p => p.DeathDate is null && p.HouseholdId == me.HouseholdId) > 2);
        using var mover = await ground.Host.SignInAsync(key);
        // Whoever moves is head of a household with others in it.
        await ground.Database.ExecuteAsync(
            "UPDATE population.households h SET head_id = p.id FROM population.persons p WHERE p.id = $1 AND h.id = p.household_id", TestNation.Account(key).PersonId);
        var answers = new Dictionary<string, object>
        {
            ["who"] = "self", ["move-along"] = "none", ["dwelling"] = "family", ["head"] = new FormSteps.Named(gone.Number, gone.FullName), ["relation"] = "other",
        };

        var page = await mover.WalkAsync(Residence, answers, stopBefore: "head");
        var joined = await page.IsShown().Answer(answers).SubmitAsync();

        joined.IsRefused().Shows("chưa có chủ hộ mới");
        Assert.Equal((gone.Number, gone.FullName), (joined.Form()["head.Number"], joined.Form()["head.FullName"]));

        var other = await HeadOfAsync(homes[1].First().Id);
        var headed = people.Single(p => p.Id == other);
        var further = await joined.Form().Set("head.Number", headed.Number).Set("head.FullName", headed.FullName).SubmitAsync();
        while (BirthSteps.Last(further.IsShown()) is not ("successor" or "check-answers"))
            further = await further.Answer(answers).SubmitAsync();
        Assert.Equal("successor", BirthSteps.Last(further));
        (await further.Form().SubmitAsync()).IsRefused("successor").Shows("một hộ không thể thiếu chủ hộ");
    }

    private Task<Guid> HeadOfAsync(Guid person) => ground.Database.ScalarAsync<Guid>(
        "SELECT h.head_id FROM population.households h JOIN population.persons p ON p.household_id = h.id WHERE p.id = $1", person);
}
