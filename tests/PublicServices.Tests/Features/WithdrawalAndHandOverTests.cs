using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers.HandOver;
using Project06.PublicServices.Features.Dossiers.Withdraw;
using Project06.PublicServices.Tests.Procedures;
using static Project06.PublicServices.Tests.Features.WhoMayActTests;

namespace Project06.PublicServices.Tests.Features;

/// <summary>What every dossier has, whatever its procedure: taken back before anything is in a register, and handed over at the end.</summary>
public sealed class WithdrawalAndHandOverTests(SteppedDossiers ground) : IClassFixture<SteppedDossiers>
{
    /// <summary>Every state × every built-in action, drawn from the table.</summary>
    public static TheoryData<int, string> StatesAndActions()
    {
        var data = new TheoryData<int, string>();
        foreach (var state in DossierLifecycle.All)
            foreach (var action in new[] { BuiltIn.Withdraw, BuiltIn.HandOver })
                data.Add(state.Code, action.ToString());
        return data;
    }

    [Theory]
    [MemberData(nameof(StatesAndActions))]
    public async Task BuiltIn_IsPossibleExactlyWhereTheTableSaysSo(int state, string name)
    {
        var action = Enum.Parse<BuiltIn>(name);
        foreach (var (who, actor) in ground.Actors(TestFolders.Birth))
        {
            var dossier = await ground.PutAsync(TestFolders.Birth, "examination");
            await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET state = $2, ended_at = CASE WHEN $2 IN (3, 7, 8, 9, 10) THEN filed_at END WHERE id = $1", dossier, state);
            var party = who == Applicant ? DossierParty.Applicant
                : who.EndsWith(Receiving, StringComparison.Ordinal) && !who.StartsWith(Roles.PoliceOfficer, StringComparison.Ordinal) || who == "officer's role in the centre" ? DossierParty.ReceivingOffice
                : DossierParty.Stranger;
            var expected = DossierLifecycle.Of(state).Actions.TryGetValue(action, out var allowed) && allowed == party;

            var error = await TryAsync(action, dossier, actor);

            Assert.True(expected == (error is null), $"{who} {action} in {state}: {error}");
            var after = await ground.Database.ScalarAsync<int>("SELECT state FROM public_services.dossiers WHERE id = $1", dossier);
            Assert.Equal(expected ? action == BuiltIn.Withdraw ? 7 : 10 : state, after);
            if (party == DossierParty.Stranger)
                Assert.Equal("not-found", error);
        }
    }

    [Fact]
    public async Task Withdrawal_AsksWhy_EndsTheDossier_AndIsTold()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        using var other = await ground.Host.SignInAsync("neighbour-02");
        var code = await mother.FileBirthAsync();
        (await other.GetAsync($"/dossiers/{code}/withdraw")).HasStatus(HttpStatusCode.NotFound);
        (await (await mother.GetAsync($"/dossiers/{code}/withdraw")).IsShown().Form().SubmitAsync()).IsRefused("Reason");

        var page = await WithdrawAsync(mother, code);

        page.IsShown().IsAt($"/dossiers/{code}").Shows("Công dân yêu cầu rút hồ sơ");
        Assert.Equal(7, await ground.Database.StateOfAsync(code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id
            WHERE d.code = $1 AND e.name = 'public-services.dossier-ended'
            """, code));
        Assert.Null(page.FindLink($"/dossiers/{code}/withdraw"));
        (await mother.GetAsync("/messages")).IsShown().Shows(code);
        using var clerk = await ground.Host.SignInAsync("clerk");
        (await clerk.GetAsync($"/desk/{code}")).IsShown().Shows("Đổi ý").ShowsNowhere("Tiếp nhận hồ sơ");
    }

    [Fact]
    public async Task Result_OpenedByTheApplicant_IsHandedOver()
    {
        var code = await FinishedAsync("neighbour-03");
        using var mother = await ground.Host.SignInAsync("neighbour-03");
        (await mother.GetAsync($"/dossiers/{code}/withdraw")).IsShown().IsAt($"/dossiers/{code}");
        Assert.Equal(9, await ground.Database.StateOfAsync(code));

        var link = (await mother.GetAsync($"/dossiers/{code}")).IsShown().FindLink($"/dossiers/{code}/results/")!;
        (await mother.GetAsync(link)).IsShown();

        Assert.Equal((10, "Electronic"), (await ground.Database.StateOfAsync(code), await MethodAsync(code)));
        (await mother.GetAsync(link)).IsShown();
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("Đã trả kết quả");
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id
            WHERE d.code = $1 AND e.name = 'public-services.dossier-handed-over'
            """, code));
    }

    [Fact]
    public async Task Result_HandedOverAtTheCounter()
    {
        var code = await FinishedAsync("neighbour-04");
        using var officer = await ground.Host.SignInAsync("officer");
        Assert.Empty((await officer.GetAsync($"/desk/{code}")).IsShown().Document.QuerySelectorAll("input[name=Method]"));
        using var clerk = await ground.Host.SignInAsync("clerk");
        var page = (await clerk.GetAsync($"/desk/{code}")).IsShown();

        (await page.Form("Method").SubmitAsync()).IsRefused("Method");
        (await page.Form("Method").Set("Method", "InPerson").SubmitAsync()).IsShown().Shows("Trả tận tay");

        Assert.Equal((10, "InPerson"), (await ground.Database.StateOfAsync(code), await MethodAsync(code)));
        (await page.Form("Method").Set("Method", "Post").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
    }

    internal static async Task<TestPage> WithdrawAsync(TestBrowser applicant, string code)
    {
        applicant.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await applicant.GetAsync($"/dossiers/{code}/withdraw");
        return await page.IsShown().Form("Reason").Set("Reason", "Đổi ý").SubmitAsync();
    }

    private async Task<string> FinishedAsync(string applicant)
    {
        using var mother = await ground.Host.SignInAsync(applicant);
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var officer = await ground.Host.SignInAsync("officer");
        using var leader = await ground.Host.SignInAsync("leader");
        var code = await mother.FileBirthAsync();
        await clerk.TakeAsync(code, "accept");
        await officer.TakeAsync(code, "send-draft");
        await mother.AnswerDraftAsync(code, "confirm");
        await officer.TakeAsync(code, "register");
        await ground.Host.DrainOutboxAsync();
        await leader.TakeAsync(code, "sign");
        await ground.Host.DrainOutboxAsync();
        return code;
    }

    private Task<string> MethodAsync(string code) =>
        ground.Database.ScalarAsync<string>("SELECT handed_over_by FROM public_services.dossiers WHERE code = $1", code);

    private async Task<string?> TryAsync(BuiltIn action, Guid dossier, Project06.BuildingBlocks.Actors.Actor actor)
    {
        await using var scope = ground.Host.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        try
        {
            return action == BuiltIn.Withdraw
                ? (await mediator.Send(new WithdrawDossier(dossier, "Đổi ý", actor))).Error?.Code
                : (await mediator.Send(new HandOverResult(dossier, HandOverMethod.Post, actor))).Error?.Code;
        }
        catch (NotFoundException)
        {
            return "not-found";
        }
    }
}
