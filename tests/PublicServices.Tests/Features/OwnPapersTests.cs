using System.Net;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A paper given once serves again, for the one who gave it.</summary>
public sealed class OwnPapersTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Paper_GivenBefore_IsUsedAgainWithOneTap_AndNobodyElseCan()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-11");
        using var other = await ground.Host.SignInAsync("neighbour-12");
        await mother.FileBirthAsync();
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await mother.GetAsync("/my-papers")).IsShown().Shows("giay-chung-sinh.png");
        (await other.GetAsync("/my-papers")).IsShown().ShowsNowhere("giay-chung-sinh.png");
        var question = (await (await BirthForm.OpenAsync(mother)).AnswerAsync(NewChild.Next(), until: "birth-notice")).IsShown();
        var draft = BirthForm.DraftOf(question);
        var tap = question.Form("main form[action='/my-papers/reuse']");

        (await (await (await BirthForm.OpenAsync(other)).AnswerAsync(NewChild.Next(), until: "birth-notice")).IsShown().Form()
            .SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
        (await tap.SubmitAsync()).IsShown().IsAt(question.Path).Shows("giay-chung-sinh.png");

        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.evidence WHERE draft_id = $1 AND reused_from IS NOT NULL", draft));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.events WHERE name = 'public-services.evidence-reused' AND subject = $1", $"dossier:{draft}"));
        var strange = await ground.Database.ScalarAsync<Guid>("SELECT id FROM public_services.drafts WHERE applicant_id = $1 AND filed_at IS NULL", TestNation.Account("neighbour-12").PersonId);
        var theirs = (await other.GetAsync($"/apply/1.001193/{strange}/birth-notice")).IsShown();
        theirs.ShowsNowhere("/my-papers/reuse");
        (await tap.Force("draft", $"{strange}").SubmitAsync()).HasStatus(HttpStatusCode.NotFound);
    }
}
