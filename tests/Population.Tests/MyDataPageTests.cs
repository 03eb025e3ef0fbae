using System.Net;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class MyDataPageTests(PopulationGround ground)
{
    [Fact]
    public async Task MyRecord_TellsEachFieldsSource_AndWhereItIsCorrected()
    {
        var me = await ground.CreatePersonAsync();
        var mother = await ground.CreatePersonAsync();
        await ground.BearAsync(me, mother);
        await ground.DecideAsync("population.correct-record", new CorrectRecord(me, "native-place", null, null, "Xã Mẫu, Tỉnh Thử", null, null, null, null));

        var (status, html) = await ground.GetAsync("/my-data", me);
        var (_, before) = await ground.GetAsync("/my-data?on=1980-01-01", me, "en");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Xã Mẫu, Tỉnh Thử", html, StringComparison.Ordinal);
        Assert.Contains("Hồ sơ G01.26-7", html, StringComparison.Ordinal);
        Assert.Contains("Lần thu thập đầu tiên", html, StringComparison.Ordinal);
        Assert.Contains("/services/1.012564", html, StringComparison.Ordinal);
        Assert.Contains("/services/1.004859", html, StringComparison.Ordinal);
        Assert.Contains("Nothing on record", before, StringComparison.Ordinal);
        Assert.Equal(["own-record"], await PurposesAsync(mother, me));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ground.GetAsync("/my-data", null)).Status);
    }

    [Fact]
    public async Task MyHousehold_ShowsTheMembersOnTheirLedger_AndAMemberNamesTheNewHead()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var wife = await ground.CreatePersonAsync("Female", home, "Spouse");
        var stranger = await ground.CreatePersonAsync();
        Assert.DoesNotContain("Ai làm chủ hộ", (await ground.GetAsync("/my-data/household", wife)).Html, StringComparison.Ordinal);
        Assert.Equal(["own-record"], await PurposesAsync(head, wife));
        await ground.TellAsync(new DeathRegistered(Guid.CreateVersion7(), head, new DateOnly(2026, 11, 20), Families.Ward, TimeProvider.System.GetUtcNow()));

        var waiting = await ground.GetAsync("/my-data/household", wife);
        var refused = await ground.PostAsync("/my-data/household", "Head", wife, ("Successor", stranger.ToString()));
        var named = await ground.PostAsync("/my-data/household", "Head", wife, ("Successor", wife.ToString()));

        Assert.Contains("20/11/2026", waiting.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Redirect, named.Status);
        Assert.Equal(wife, (await ground.AskAsync(new FindHousehold(wife, [], Access: null)))!.HeadId);
        Assert.Contains("Chưa thuộc hộ nào", (await ground.GetAsync("/my-data/household", stranger)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Police_NameAHeadOnlyWhereOneIsMissing_AndSeePeopleOnlyThroughADossier()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var wife = await ground.CreatePersonAsync("Female", home, "Spouse");
        var officer = await ground.CreatePersonAsync();
        var address = $"/population/households/{home}";
        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync(address, officer, post: Asking.Police)).Status);
        await ground.TellAsync(new DeathRegistered(Guid.CreateVersion7(), head, new DateOnly(2026, 11, 20), Families.Ward, TimeProvider.System.GetUtcNow()));

        Assert.Contains(address, (await ground.GetAsync("/population/households", officer, post: Asking.Police)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ground.PostAsync(address, "", officer, ("Successor", wife.ToString()), Asking.Police)).Status);
        Assert.Equal(["decide"], (await PurposesAsync(wife, officer)).Distinct());

        ground.Neighbours.Dossiers["G01.26-9"] = new DossierScope("1.004222", true, [Asking.Police], [wife]);
        ground.Neighbours.Dossiers["G01.26-8"] = new DossierScope("1.004222", false, [Asking.Police], [wife]);
        Assert.Equal(HttpStatusCode.OK, (await ground.GetAsync($"/population/people/{wife}?dossier=G01.26-9", officer, post: Asking.Police)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync($"/population/people/{wife}?dossier=G01.26-8", officer, post: Asking.Police)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync($"/population/people/{officer}?dossier=G01.26-9", officer, post: Asking.Police)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync($"/population/people/{wife}", officer, post: Asking.Police)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ground.GetAsync($"/population/people/{wife}?dossier=G01.26-9", officer)).Status);
    }

    [Fact]
    public async Task Notices_AreOpenToThosePeople_AndTheConfirmationIsASignedFile()
    {
        var (_, head) = await ground.CreateHomeAsync();
        var (mover, signer, stranger) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync(), await ground.CreatePersonAsync());
        var moved = await ground.AnswerAsync(await ground.DecideAsync(
            "population.register-permanent-residence", new RegisterPermanentResidence(mover, null, head, "sibling", null, null, null), mover));
        var issued = await ground.AnswerAsync(await ground.DecideAsync(
            "population.issue-residence-confirmation", new IssueResidenceConfirmation(mover, "history", "Vay vốn"), mover, signer));

        var notice = await ground.GetAsync(moved, mover);
        var paper = await ground.GetAsync(issued, mover);
        var file = await ground.GetAsync(issued + "/file", mover);

        Assert.Contains("THÔNG BÁO KẾT QUẢ", notice.Html, StringComparison.Ordinal);
        Assert.Contains("12 phố Huế, Phường Cửa Nam", paper.Html, StringComparison.Ordinal);
        Assert.Contains("Vay vốn", paper.Html, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", file.Html, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", file.Html, StringComparison.Ordinal);
        foreach (var address in new[] { moved, issued, issued + "/file" })
            Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync(address, stranger)).Status);
        var token = Assert.Single(await ground.QueryAsync<string>("SELECT token FROM population.confirmations WHERE person_id = $1", null, mover));
        var check = await ground.AskAsync(new FindPaperAddress(token));
        Assert.Contains("Công an", (await ground.GetAsync(check!, person: null)).Html, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await ground.AskAsync(new FindPaperAddress("khong-co")));
        Assert.Equal(["verify-paper"], await ground.QueryAsync<string>("SELECT purpose FROM transparency.access_rows WHERE person_id = $1 AND actor_person IS NULL", null, mover));
        var residences = await ground.GetAsync("/my-data/residences", mover, "en");
        Assert.Contains("Permanent residence", residences.Html, StringComparison.Ordinal);
    }

    private Task<List<string>> PurposesAsync(Guid person, Guid actor) => ground.QueryAsync<string>(
        "SELECT DISTINCT purpose FROM transparency.access_rows WHERE person_id = $1 AND actor_person = $2", null, person, actor);
}
