using System.Net;
using Project06.EIdentification.Contracts;

namespace Project06.PublicServices.Tests.Features;

/// <summary>The desk as a working office: who has a dossier, what waits for whom, what another office says, many at once.</summary>
public sealed class DeskTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Post_TakeHandOverAndGiveBack_MoveTheDossierBetweenColleagues()
    {
        var colleague = await AppointAsync("neighbour-20", "clerk", Roles.ReceivingClerk);
        var (clerk, mother) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("neighbour-21"));
        var other = await ground.Host.SignInAsync("neighbour-20");
        var code = await mother.FileBirthAsync();
        Assert.Contains(code, await InTabAsync(clerk, "mine", code));
        Assert.Contains(code, await InTabAsync(clerk, "unassigned", code));

        (await PostAsync(clerk, $"/desk/{code}", $"/desk/{code}/assign?handler=Take&tab=mine")).IsShown();

        Assert.DoesNotContain(code, await InTabAsync(other, "mine", code));
        Assert.DoesNotContain(code, await InTabAsync(other, "unassigned", code));
        Assert.Contains(code, await InTabAsync(other, "office", code));
        Assert.Contains(TestNation.Account("clerk").Name, (await other.GetAsync($"/desk/{code}")).Text);

        (await PostAsync(clerk, $"/desk/{code}/assign", $"/desk/{code}/assign", ("To", colleague.ToString()))).IsShown();

        Assert.Contains(code, await InTabAsync(other, "mine", code));
        Assert.DoesNotContain(code, await InTabAsync(clerk, "mine", code));

        (await PostAsync(other, $"/desk/{code}", $"/desk/{code}/assign?handler=GiveBack&tab=mine")).IsShown();

        Assert.Contains(code, await InTabAsync(clerk, "unassigned", code));
        Assert.Equal(["desk.taken", "desk.handed", "desk.given-back"], await ground.Database.QueryAsync<string>("""
            SELECT s.action FROM public_services.dossier_steps s JOIN public_services.dossiers d ON d.id = s.dossier_id
            WHERE d.code = $1 AND s.action LIKE 'desk.%' ORDER BY s.at, s.id
            """, code));
    }

    [Fact]
    public async Task Post_HandToSomebodyWithoutTheRole_IsRefused()
    {
        var (clerk, mother) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("neighbour-22"));
        await AppointAsync("neighbour-23", "clerk", Roles.ReceivingClerk);
        var code = await mother.FileBirthAsync();

        var page = await PostAsync(clerk, $"/desk/{code}/assign", $"/desk/{code}/assign", ("To", TestNation.Account("officer").PersonId.ToString()));

        page.HasStatus(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("không làm bước này", page.Text);
    }

    [Fact]
    public async Task Post_Accepting_MakesTheActorItsHolderInThatRoleOnly()
    {
        var (clerk, mother) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("neighbour-24"));
        var code = await mother.FileBirthAsync();

        (await clerk.TakeAsync(code, "accept")).IsShown();

        Assert.Equal("receiving-clerk", await OfAsync<string>(code, "holder_role"));
        Assert.Equal("civil-status-officer", await OfAsync<string>(code, "acting_role"));
        Assert.Contains(code, await InTabAsync(await ground.Host.SignInAsync("officer"), "unassigned", code));
    }

    [Fact]
    public async Task Post_Opinion_ShowsTheAskedOfficeWhatWasSharedAndNothingElse()
    {
        var (clerk, officer, police) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("officer"), await ground.Host.SignInAsync("police"));
        var mother = await ground.Host.SignInAsync("neighbour-25");
        var code = await mother.FileBirthAsync();
        (await clerk.TakeAsync(code, "accept")).IsShown();

        var asked = await PostAsync(officer, $"/desk/{code}/opinion", $"/desk/{code}/opinion",
            ("Kind", OrganisationKinds.CommunePolice), ("Question", "Chị có cư trú ở phường không?"), ("Shared", "mother"), ("Days", "2"));
        asked.IsShown();

        var id = await ground.Database.ScalarAsync<Guid>("SELECT o.id FROM public_services.opinion_requests o JOIN public_services.dossiers d ON d.id = o.dossier_id WHERE d.code = $1", code);
        var question = await police.GetAsync($"/desk/opinions/{id}");
        Assert.Contains("Chị có cư trú ở phường không?", question.Text);
        Assert.Contains(TestNation.Account("neighbour-25").Name, question.Text);
        Assert.DoesNotContain("Bệnh viện", question.Text);
        (await police.GetAsync($"/desk/{code}")).HasStatus(HttpStatusCode.NotFound);
        (await clerk.GetAsync($"/desk/opinions/{id}")).HasStatus(HttpStatusCode.NotFound);
        (await PostAsync(police, $"/desk/opinions/{id}", $"/desk/opinions/{id}", ("Answer", "Có, từ năm 2020."))).IsShown();
        Assert.Contains("Có, từ năm 2020.", (await officer.GetAsync($"/desk/{code}")).Text);
        (await PostAsync(police, "/account", $"/desk/opinions/{id}", ("Answer", "Lần nữa"))).HasStatus(HttpStatusCode.UnprocessableEntity);
        Assert.True(await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM transparency.access_rows WHERE purpose = 'opinion' AND dossier = $1
            """, code) >= 1);
    }

    [Fact]
    public async Task Post_Together_SignsWhatWasChosenAndLeavesTheRest()
    {
        var codes = new List<string>();
        foreach (var key in new[] { "neighbour-26", "neighbour-27", "neighbour-28" })
        {
            var code = await (await ground.Host.SignInAsync(key)).FileBirthAsync();
            await ground.Database.ExecuteAsync("""
                UPDATE public_services.dossiers SET state = 4, step_id = 'registration', accepted_at = filed_at,
                    acting_organisation = deciding_organisation, acting_role = 'civil-status-officer' WHERE code = $1
                """, code);
            codes.Add(code);
        }
        var officer = await ground.Host.SignInAsync("officer");
        var address = "/desk/together/1.001193/1/registration";
        Assert.Contains(address, (await officer.GetAsync("/desk")).Document.Body!.InnerHtml);
        (await PostAsync(officer, address, address)).HasStatus(HttpStatusCode.UnprocessableEntity);
        var chosen = codes.Take(2).Select(code => ($"Chosen.{ground.Database.ScalarAsync<Guid>("SELECT id FROM public_services.dossiers WHERE code = $1", code).Result}", "true")).ToArray();

        (await PostAsync(officer, address, address, chosen)).IsShown();

        Assert.NotNull(await OfAsync<Guid?>(codes[0], "pending_effect_id"));
        Assert.NotNull(await OfAsync<Guid?>(codes[1], "pending_effect_id"));
        Assert.Null(await OfAsync<Guid?>(codes[2], "pending_effect_id"));
    }

    [Fact]
    public async Task TwoPosts_AreReadAsPairs_AndAPostWithoutADeskOpensNothing()
    {
        var mother = await ground.Host.SignInAsync("neighbour-37");
        var code = await mother.FileBirthAsync();
        await AppointHereAsync("neighbour-38", code, "receiving-clerk");
        await AppointAsync("neighbour-38", "other-leader", "commune-leader");
        await AppointHereAsync("neighbour-39", code, "organisation-administrator");
        await AppointAsync("neighbour-39", "other-clerk", "receiving-clerk");
        var (both, administrator) = (await ground.Host.SignInAsync("neighbour-38"), await ground.Host.SignInAsync("neighbour-39"));
        Assert.Contains(code, await InTabAsync(both, "mine", code));

        await ground.Database.ExecuteAsync("""
            UPDATE public_services.dossiers SET state = 4, step_id = 'signature', accepted_at = filed_at,
                acting_organisation = receiving_organisation, acting_role = 'commune-leader' WHERE code = $1
            """, code);

        Assert.DoesNotContain(code, await InTabAsync(both, "mine", code));
        Assert.Contains(code, await InTabAsync(both, "office", code));
        Assert.Empty((await both.GetAsync($"/desk/{code}")).IsShown().Document.QuerySelectorAll("main input[name=step]"));
        Assert.DoesNotContain(code, await InTabAsync(administrator, "office", code));
        (await administrator.GetAsync($"/desk/{code}")).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task DossierThatWaitsForItsFee_IsNotOverdue_EvenBeforeItIsAccepted()
    {
        var (clerk, mother) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("neighbour-40"));
        var code = await mother.FileBirthAsync();
        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET promised_at = filed_at - interval '1 day' WHERE code = $1", code);
        Assert.Contains(code, await InTabAsync(clerk, "overdue", code));

        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET state = 6 WHERE code = $1", code);

        Assert.DoesNotContain(code, await InTabAsync(clerk, "overdue", code));
        Assert.Contains(code, await InTabAsync(clerk, "office", code));
    }

    private Task<int> AppointHereAsync(string account, string code, string role) => ground.Database.ExecuteAsync("""
        INSERT INTO e_identification.posts (id, account_id, role, organisation_code, valid_from)
        SELECT gen_random_uuid(), a.id, $3, d.receiving_organisation, now() - interval '1 year'
        FROM e_identification.accounts a, public_services.dossiers d WHERE a.number = $1 AND d.code = $2
        """, TestNation.Account(account).Number, code, role);

    private Task<T> OfAsync<T>(string code, string column) =>
        ground.Database.ScalarAsync<T>($"SELECT {column} FROM public_services.dossiers WHERE code = $1", code);

    private static async Task<string> InTabAsync(TestBrowser browser, string tab, string code) =>
        string.Join(' ', (await browser.GetAsync($"/desk?tab={tab}&q={code}")).Document.QuerySelectorAll(".queue .code").Select(e => e.TextContent));

    // Sends a page's token and these fields to an address, as a browser or somebody with tools would.
    private static async Task<TestPage> PostAsync(TestBrowser browser, string page, string address, params (string Name, string Value)[] fields)
    {
        browser.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var token = (await browser.GetAsync(page)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    private async Task<Guid> AppointAsync(string account, string like, string role)
    {
        var (person, model) = (TestNation.Account(account), TestNation.Account(like));
        await ground.Database.ExecuteAsync("""
            INSERT INTO e_identification.posts (id, account_id, role, organisation_code, valid_from)
            SELECT gen_random_uuid(), a.id, $3, p.organisation_code, now() - interval '1 year'
            FROM e_identification.accounts a, e_identification.accounts m JOIN e_identification.posts p ON p.account_id = m.id
            WHERE a.number = $1 AND m.number = $2 AND p.role = $3 LIMIT 1
            """, person.Number, model.Number, role);
        return person.PersonId;
    }
}
