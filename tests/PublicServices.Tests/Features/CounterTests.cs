using System.Net;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A counter or post office: nothing is seen without the citizen's yes, and the helper never becomes the applicant.</summary>
public sealed class CounterTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Visit_WithTheCitizensCode_FilesForThem()
    {
        var (clerk, citizen) = (await ground.Host.SignInAsync("postal-clerk"), await ground.Host.SignInAsync("neighbour-31"));
        var person = TestNation.Account("neighbour-31");
        var mark = await ground.Database.MarkLedgerAsync();
        var visit = await BeginAsync(clerk, person.Number);
        Assert.DoesNotContain(person.Name, visit.Text);
        Assert.Single(await ground.Database.LedgerSinceAsync(mark), row => row.PersonId == person.PersonId && row.Purpose == "search");
        Assert.Contains("/helpers", (await citizen.GetAsync("/")).Document.Body!.InnerHtml);

        var opened = await visit.Form("Code").Set("Code", await CodeAsync(citizen)).SubmitAsync();
        Assert.Contains(person.Name, opened.IsShown().Text);
        var question = await opened.Form("Procedure").Set("Procedure", "1.001193").SubmitAsync();
        Assert.Contains("Anh, chị đang làm giúp người dân", question.IsShown().Text);
        mark = await ground.Database.MarkLedgerAsync();
        var check = await question.AnswerAsync(NewChild.Next());
        var after = await check.Form().SubmitAsync();

        Assert.Equal(visit.Path, after.Path);
        var code = await ground.Database.ScalarAsync<string>("""
            SELECT d.code FROM public_services.dossiers d JOIN public_services.counter_visits v ON v.id = d.visit_id
            WHERE d.applicant_id = $1 AND d.channel = 3 AND v.yes = 'Code'
            """, person.PersonId);
        Assert.Contains(code, after.Text);
        Assert.Equal(TestNation.Account("postal-clerk").PersonId, await ground.Database.ScalarAsync<Guid>("""
            SELECT s.by_person_id FROM public_services.dossier_steps s JOIN public_services.dossiers d ON d.id = s.dossier_id WHERE d.code = $1 AND s.action = 'file'
            """, code));
        Assert.Contains(await ground.Database.LedgerSinceAsync(mark), row => row.PersonId == person.PersonId && row.Purpose == "assist" && row.Organisation is not null);
        Assert.Contains(code, (await citizen.GetAsync("/dossiers")).Text);
        (await clerk.GetAsync($"/dossiers/{code}")).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Visit_WithoutAYes_OpensNothing_AndACodeDiesAfterFiveTries()
    {
        var (clerk, citizen) = (await ground.Host.SignInAsync("postal-clerk"), await ground.Host.SignInAsync("neighbour-32"));
        var draft = BirthForm.DraftOf(await BirthForm.OpenAsync(citizen));
        var visit = await BeginAsync(clerk, TestNation.Account("neighbour-32").Number);
        (await clerk.GetAsync($"/apply/1.001193/{draft}/check-answers")).HasStatus(HttpStatusCode.NotFound);
        var right = await CodeAsync(citizen);
        var wrong = right == "000000" ? "000001" : "000000";
        for (var attempt = 0; attempt < 5; attempt++)
            (await visit.Form("Code").Set("Code", wrong).SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);

        var spent = await visit.Form("Code").Set("Code", right).SubmitAsync();

        spent.HasStatus(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("thử quá nhiều lần", spent.Text);
    }

    [Fact]
    public async Task Visit_WithLastWeeksYes_IsOver()
    {
        var (clerk, citizen) = (await ground.Host.SignInAsync("postal-clerk"), await ground.Host.SignInAsync("neighbour-33"));
        var visit = await BeginAsync(clerk, TestNation.Account("neighbour-33").Number);
        var opened = await visit.Form("Code").Set("Code", await CodeAsync(citizen)).SubmitAsync();
        var question = await opened.Form("Procedure").Set("Procedure", "1.001193").SubmitAsync();
        question.IsShown();
        await ground.Database.ExecuteAsync("""
            UPDATE public_services.counter_visits SET started_at = started_at - interval '7 days', yes_at = yes_at - interval '7 days' WHERE citizen_id = $1
            """, TestNation.Account("neighbour-33").PersonId);

        var draft = BirthForm.DraftOf(question);
        var before = await ground.Database.ScalarAsync<string>("SELECT answers::text FROM public_services.drafts WHERE id = $1", draft);

        // Typed with last week's yes: the clerk is led to where it says that the visit is over, and nothing is kept or shown.
        var sent = await question.Form("relation").Set("relation", "relative").SubmitAsync();

        foreach (var page in new[] { sent, await clerk.GetAsync(question.Path), await clerk.GetAsync(visit.Path) })
            page.IsShown().IsAt(visit.Path).Shows("đã kết thúc").ShowsNowhere(TestNation.Account("neighbour-33").Name);
        Assert.Equal(before, await ground.Database.ScalarAsync<string>("SELECT answers::text FROM public_services.drafts WHERE id = $1", draft));
        (await (await visit.Form("Code").Set("Code", "123456").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity).Browser.GetAsync(visit.Path)).IsShown();
    }

    [Fact]
    public async Task Citizen_RefusingTheHelp_EndsItAtOnce()
    {
        var (clerk, citizen) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("neighbour-34"));
        var visit = await BeginAsync(clerk, TestNation.Account("neighbour-34").Number);
        var opened = await visit.Form("Code").Set("Code", await CodeAsync(citizen)).SubmitAsync();
        var question = await opened.Form("Procedure").Set("Procedure", "1.001193").SubmitAsync();

        (await (await citizen.GetAsync("/helpers")).Form("visit").SubmitAsync()).IsShown();

        (await clerk.GetAsync(question.Path)).IsShown().IsAt(visit.Path).Shows("đã kết thúc").ShowsNowhere(TestNation.Account("neighbour-34").Name);
    }

    [Fact]
    public async Task Guided_IsCountedApart()
    {
        var clerk = await ground.Host.SignInAsync("postal-clerk");

        var page = await (await clerk.GetAsync("/counter/guided")).Form("Procedure").SubmitAsync();

        Assert.Contains("Đã ghi", page.IsShown().Text);
        Assert.True(await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.events WHERE name = 'public-services.citizen-helped'") >= 1);
        Assert.Contains("text/csv", (await clerk.GetAsync("/counter/report?handler=Csv")).Answer.Content.Headers.ContentType!.ToString());
        (await (await ground.Host.SignInAsync("officer")).GetAsync("/counter")).HasStatus(HttpStatusCode.Forbidden);
    }

    private static async Task<TestPage> BeginAsync(TestBrowser clerk, string number)
    {
        var found = await (await clerk.GetAsync("/counter/find")).Form("Sought").Set("Sought", number).SubmitAsync();
        return (await found.IsShown().Form("citizen").SubmitAsync()).IsShown();
    }

    private static async Task<string> CodeAsync(TestBrowser citizen) =>
        (await citizen.GetAsync("/helpers")).Document.QuerySelector(".figure-value")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
}
