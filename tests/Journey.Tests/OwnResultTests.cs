using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>A certificate that one dossier led to serves in the next with one tap: its issuer's own signed file, and none once it is revoked.</summary>
[Collection(nameof(Journeys))]
public sealed class OwnResultTests(JourneyGround ground)
{
    [Fact]
    public async Task Certificate_ServesAsEvidence_WhileItIsInForce_ForItsOwnerOnly()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        var first = await mother.FileBirthAsync(new Child("Cúc", BirthSteps.Yesterday));
        await ground.FinishAsync(mother, first);
        var question = await mother.AnswerBirthAsync(new Child("Đào", BirthSteps.Yesterday), stopBefore: "birth-notice");
        const string form = "form[action^='/my-papers/reuse?handler=Result']";
        var tap = question.IsShown().Shows("Giấy khai sinh").Form(form);

        var shown = (await tap.SubmitAsync()).IsShown().IsAt(question.Path).Shows("giay-khai-sinh-");

        Assert.Null(shown.Document.QuerySelector(form));
        var draft = await ground.Database.ScalarAsync<Guid>(
            "SELECT id FROM public_services.drafts WHERE applicant_id = $1 AND filed_at IS NULL", TestNation.Account(key).PersonId);
        Assert.True(await ground.Database.ScalarAsync<bool>("""
            SELECT e.page_file_ids IS NOT NULL AND f.content_type = 'application/pdf' FROM public_services.evidence e
            JOIN public_services.files f ON f.id = e.original_file_id
            JOIN public_services.dossier_results r ON r.id = e.result_id JOIN public_services.dossiers d ON d.id = r.dossier_id
            WHERE e.draft_id = $1 AND d.code = $2
            """, draft, first));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.events WHERE name = 'public-services.evidence-reused' AND subject = $1", $"dossier:{draft}"));
        using var other = await ground.Host.SignInAsync(Family.NextMother());
        (await other.AnswerBirthAsync(new Child("Én", BirthSteps.Yesterday), stopBefore: "birth-notice")).IsShown().ShowsNowhere(first);
        var theirs = await ground.Database.ScalarAsync<Guid>(
            "SELECT result_id FROM public_services.evidence WHERE draft_id = $1", draft);
        (await tap.Force("paper", $"{Guid.NewGuid()}").SubmitAsync()).HasStatus(HttpStatusCode.NotFound);

        await ground.Database.ExecuteAsync(
            "UPDATE civil_status.birth_entries SET state = 'Revoked', revoked_at = now() WHERE dossier_code = $1", first);
        (await tap.Force("paper", $"{theirs}").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity).Shows("không còn hiệu lực");
    }
}
