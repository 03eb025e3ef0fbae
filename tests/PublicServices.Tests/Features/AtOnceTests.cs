using System.Net;
using Project06.EIdentification.Contracts;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Two officials at one dossier, or at one list: nobody's work is overwritten unseen, and each is told what happened.</summary>
public sealed class AtOnceTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Taking_WhatAColleagueHasJustTaken_IsToldAndChangesNothing()
    {
        await ground.AppointAsync("neighbour-01", "clerk", Roles.ReceivingClerk);
        var to = $"{await ground.AppointAsync("neighbour-15", "clerk", Roles.ReceivingClerk)}";
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var colleague = await ground.Host.SignInAsync("neighbour-01");
        var code = await FileAsync("neighbour-02");
        var (mine, theirs, hand) = (await clerk.GetAsync($"/desk/{code}"), await colleague.GetAsync($"/desk/{code}"), await colleague.GetAsync($"/desk/{code}/assign"));

        var answers = await Task.WhenAll(mine.Form("SeenStep").SubmitAsync("Take"), theirs.Form("SeenStep").SubmitAsync("Take"));

        var refused = Assert.Single(answers, a => a.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        refused.IsRefused();
        Assert.Contains("hồ sơ", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["desk.taken"], await MovesAsync(code));

        // Who was slower sees whose it is; handing on what nobody had when the page was opened is refused as well.
        var holder = await ground.Database.ScalarAsync<Guid>("SELECT holder_id FROM public_services.dossiers WHERE code = $1", code);
        var handed = await hand.Form("To").Set("To", to).SubmitAsync();
        handed.IsRefused().Shows("Đồng nghiệp vừa nhận hoặc giao hồ sơ này");
        Assert.Equal(to, handed.Form("To")["To"]);
        Assert.Equal(holder, await ground.Database.ScalarAsync<Guid>("SELECT holder_id FROM public_services.dossiers WHERE code = $1", code));
        Assert.Equal(["desk.taken"], await MovesAsync(code));

        // Seen now, it may be taken over.
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var loser = refused.Browser;
        (await (await loser.GetAsync($"/desk/{code}")).Form("SeenStep").SubmitAsync("Take")).IsShown();
        Assert.Equal(["desk.taken", "desk.taken"], await MovesAsync(code));
    }

    [Fact]
    public async Task Taking_WhatHasMovedOn_IsTold()
    {
        await ground.AppointAsync("neighbour-03", "clerk", Roles.ReceivingClerk);
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var colleague = await ground.Host.SignInAsync("neighbour-03");
        var code = await FileAsync("neighbour-04");
        var (take, opinion) = (await colleague.GetAsync($"/desk/{code}"), await colleague.GetAsync($"/desk/{code}/opinion"));
        var withdrawn = await FileAsync("neighbour-05");
        var late = await clerk.GetAsync($"/desk/{withdrawn}");
        var ask = await clerk.GetAsync($"/desk/{withdrawn}/opinion");
        (await clerk.TakeAsync(code, "accept")).IsShown();
        using (var citizen = await ground.Host.SignInAsync("neighbour-05"))
            await WithdrawalAndHandOverTests.WithdrawAsync(citizen, withdrawn);

        (await take.Form("SeenStep").SubmitAsync("Take")).IsRefused().Shows("vừa được người khác xử lý");
        (await late.Form("SeenStep").SubmitAsync("Take")).IsRefused().Shows("vừa được người khác xử lý");
        var asked = await ask.Form("Question").Set("Kind", OrganisationKinds.CommunePolice).Set("Question", "Có cư trú không?").SubmitAsync();
        asked.IsRefused().Shows("vừa được người khác xử lý");
        Assert.Equal("Có cư trú không?", asked.Form("Question")["Question"]);
        (await opinion.Form("Question").Set("Question", "Ai?").SubmitAsync()).HasStatus(HttpStatusCode.NotFound);

        Assert.Equal([], await MovesAsync(code));
        Assert.Equal([], await MovesAsync(withdrawn));
    }

    [Fact]
    public async Task Asking_TheSameOfficeTwiceAtOnce_IsOneQuestion()
    {
        await ground.AppointAsync("neighbour-16", "clerk", Roles.ReceivingClerk);
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var colleague = await ground.Host.SignInAsync("neighbour-16");
        var code = await FileAsync("neighbour-17");
        var (one, other) = (await clerk.GetAsync($"/desk/{code}/opinion"), await colleague.GetAsync($"/desk/{code}/opinion"));

        var answers = await Task.WhenAll(new[] { one, other }.Select(page => page.Form("Question")
            .Set("Kind", OrganisationKinds.CommunePolice).Set("Question", "Có cư trú không?").SubmitAsync()));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var refused = Assert.Single(answers, a => a.Status == HttpStatusCode.UnprocessableEntity).IsRefused("Kind");
        Assert.Equal("Có cư trú không?", refused.Form("Question")["Question"]);
        Assert.Equal(1, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.opinion_requests o JOIN public_services.dossiers d ON d.id = o.dossier_id WHERE d.code = $1", code));
    }

    [Fact]
    public async Task HandingOver_TwiceAtOnce_IsRecordedOnce()
    {
        await ground.AppointAsync("neighbour-06", "clerk", Roles.ReceivingClerk);
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var colleague = await ground.Host.SignInAsync("neighbour-06");
        var code = await FileAsync("neighbour-07");
        await ground.Database.ExecuteAsync(
            "UPDATE public_services.dossiers SET state = 9, step_id = 'finished', ended_at = filed_at, acting_organisation = NULL, acting_role = NULL WHERE code = $1", code);
        var (one, other) = (await clerk.GetAsync($"/desk/{code}"), await colleague.GetAsync($"/desk/{code}"));

        var answers = await Task.WhenAll(
            one.Form("Method").Set("Method", "InPerson").SubmitAsync(), other.Form("Method").Set("Method", "Post").SubmitAsync());

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Single(answers, a => a.Status == HttpStatusCode.UnprocessableEntity).IsRefused();
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id
            WHERE d.code = $1 AND e.name = 'public-services.dossier-handed-over'
            """, code));
    }

    [Fact]
    public async Task Together_TellsOfEachDossierWhatBecameOfIt()
    {
        await ground.AppointAsync("neighbour-08", "officer", Roles.CivilStatusOfficer);
        var codes = new List<string>();
        foreach (var key in new[] { "neighbour-09", "neighbour-10", "neighbour-11", "neighbour-12" })
        {
            var code = await FileAsync(key);
            await ground.Database.ExecuteAsync("""
                UPDATE public_services.dossiers SET state = 4, step_id = 'registration', accepted_at = filed_at,
                    acting_organisation = deciding_organisation, acting_role = 'civil-status-officer' WHERE code = $1
                """, code);
            codes.Add(code);
        }
        var (good, withdrawn, returned, held) = (codes[0], codes[1], codes[2], codes[3]);
        using var officer = await ground.Host.SignInAsync("officer");
        using var colleague = await ground.Host.SignInAsync("neighbour-08");
        var page = (await officer.GetAsync("/desk/together/1.001193/1/registration")).IsShown();
        var form = page.Form("form[method=post]:has(fieldset)");
        foreach (var code in codes)
            form.Tick($"Chosen.{await IdAsync(code)}");

        using (var citizen = await ground.Host.SignInAsync("neighbour-10"))
            await WithdrawalAndHandOverTests.WithdrawAsync(citizen, withdrawn);
        (await (await colleague.GetAsync($"/desk/{returned}/return")).Form("Comment").Set("Comment", "Xem lại").SubmitAsync()).IsShown();
        (await (await colleague.GetAsync($"/desk/{held}")).Form("SeenStep").SubmitAsync("Take")).IsShown();
        var answer = await form.SubmitAsync();

        answer.IsRefused().Shows("Đã làm xong 1 hồ sơ");
        answer.Shows($"{withdrawn}: không làm, vì hồ sơ đã chuyển sang “Công dân yêu cầu rút hồ sơ”");
        answer.Shows($"{returned}: không làm, vì hồ sơ đã chuyển sang");
        answer.Shows($"{held}: không làm, vì đồng nghiệp đang giữ hồ sơ này");
        // Every link of the summary leads somewhere.
        Assert.All(answer.Document.QuerySelectorAll("[data-error-summary] a"), a => Assert.NotNull(answer.Document.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal([good], await ground.Database.QueryAsync<string>(
            "SELECT code FROM public_services.dossiers WHERE code = ANY($1) AND pending_effect_id IS NOT NULL", (object)codes.ToArray()));
    }

    [Fact]
    public async Task Leaders_SigningAtOnce_SignOnce()
    {
        await ground.AppointAsync("neighbour-13", "leader", Roles.CommuneLeader);
        using var mother = await ground.Host.SignInAsync("neighbour-14");
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var officer = await ground.Host.SignInAsync("officer");
        var code = await mother.FileBirthAsync();
        await clerk.TakeAsync(code, "accept");
        await officer.TakeAsync(code, "send-draft");
        await mother.AnswerDraftAsync(code, "confirm");
        await officer.TakeAsync(code, "register");
        await ground.Host.DrainOutboxAsync();
        using var leader = await ground.Host.SignInAsync("leader");
        using var second = await ground.Host.SignInAsync("neighbour-13");
        var (one, other) = (await leader.GetAsync($"/desk/{code}"), await second.GetAsync($"/desk/{code}"));

        var answers = await Task.WhenAll(one.Form("actionId").SubmitAsync("sign"), other.Form("actionId").SubmitAsync("sign"));
        await ground.Host.DrainOutboxAsync();

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var refused = Assert.Single(answers, a => a.Status == HttpStatusCode.UnprocessableEntity).IsRefused();
        Assert.True(refused.Text.Contains("đang được ghi vào sổ", StringComparison.Ordinal) || refused.Text.Contains("vừa được người khác", StringComparison.Ordinal), refused.Text);
        Assert.Equal(9, await ground.Database.StateOfAsync(code));
        Assert.Equal([1L, 1L], await ground.Database.QueryAsync<long>("""
            SELECT count(*) FROM public_services.effect_requests r JOIN public_services.dossiers d ON d.id = r.dossier_id WHERE d.code = $1 AND r.action_id = 'sign'
            UNION ALL SELECT count(*) FROM public_services.dossier_results r JOIN public_services.dossiers d ON d.id = r.dossier_id WHERE d.code = $1 AND r.is_final
            """, code));
    }

    private async Task<string> FileAsync(string who)
    {
        using var citizen = await ground.Host.SignInAsync(who);
        return await citizen.FileBirthAsync();
    }

    private Task<Guid> IdAsync(string code) => ground.Database.ScalarAsync<Guid>("SELECT id FROM public_services.dossiers WHERE code = $1", code);

    private Task<List<string>> MovesAsync(string code) => ground.Database.QueryAsync<string>("""
        SELECT s.action FROM public_services.dossier_steps s JOIN public_services.dossiers d ON d.id = s.dossier_id
        WHERE d.code = $1 AND s.action LIKE 'desk.%' ORDER BY s.at, s.id
        """, code);
}

/// <summary>Posts for a test's own people.</summary>
internal static class Appointing
{
    /// <summary>Gives an account the post that another one holds; answers who it is.</summary>
    public static async Task<Guid> AppointAsync(this TestGround ground, string account, string like, string role)
    {
        var (person, model) = (TestNation.Account(account), TestNation.Account(like));
        var made = await ground.Database.ExecuteAsync("""
            INSERT INTO e_identification.posts (id, account_id, role, organisation_code, valid_from)
            SELECT gen_random_uuid(), a.id, $3, p.organisation_code, now() - interval '1 year'
            FROM e_identification.accounts a, e_identification.accounts m JOIN e_identification.posts p ON p.account_id = m.id
            WHERE a.number = $1 AND m.number = $2 AND p.role = $3 LIMIT 1
            """, person.Number, model.Number, role);
        Assert.Equal(1, made);
        return person.PersonId;
    }
}
