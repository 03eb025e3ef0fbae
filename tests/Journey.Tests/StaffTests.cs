using System.Net;
using Project06.DemoNation;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>Staff posts: given, deputised, ended; and the account of somebody who died.</summary>
[Collection(nameof(Journeys))]
public sealed class StaffTests(JourneyGround ground)
{
    private const string Centre = "receiving-clerk|H26.00.";

    [Fact]
    public async Task Post_GivenAndEnded_CountsAtOnceOnEveryHost()
    {
        await using var other = new TestHost(ground.Database, new TestHostOptions { Clock = ground.Host.Clock });
        var person = TestNation.Account("neighbour-43");
        using var admin = await ground.Host.SignInAsync("staff-admin");
        using var clerk = await ground.Host.SignInAsync("neighbour-43");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/desk")).Status);
        var form = (await admin.GetAsync("/staff/appoint")).Form();
        var role = Assert.Single(form.Offered("Role"), r => r.StartsWith(Centre, StringComparison.Ordinal));
        var mark = await ground.Database.MarkLedgerAsync();

        var given = await form.Set("Number", person.Number).Set("Role", role).SubmitAsync();
        given.IsAt("/staff").Shows(person.Name);
        clerk.MoveTo(other);
        (await clerk.GetAsync("/desk")).IsShown();
        var twice = await (await admin.GetAsync("/staff/appoint")).Form().Set("Number", person.Number).Set("Role", role).SubmitAsync();
        twice.IsRefused("Number");
        var post = await PostOfAsync(person.Number);
        var ended = await (await admin.GetAsync($"/staff/posts/{post}")).Form("form[action*=End]").SubmitAsync();

        ended.IsAt("/staff").ShowsNowhere(person.Name);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/desk")).Status);
        Assert.Contains(await ground.Database.LedgerSinceAsync(mark), r => r.PersonId == person.PersonId && r.Purpose == "staff");
    }

    [Fact]
    public async Task Appoint_OneselfOrBeyond_IsRefused()
    {
        var own = TestNation.Account("staff-admin");
        using var admin = await ground.Host.SignInAsync("staff-admin");
        var form = (await admin.GetAsync("/staff/appoint")).Form();
        var offered = form.Offered("Role");

        (await form.Set("Number", own.Number).Set("Role", offered[0]).SubmitAsync()).IsRefused("Number");
        (await (await admin.GetAsync("/staff/appoint")).Form().Set("Number", TestNation.Account("neighbour-44").Number)
            .Force("Role", "administrator|G01.06").SubmitAsync()).IsRefused("Role");
        (await (await admin.GetAsync("/staff/appoint")).Form().Set("Number", AccountSteps.NextStranger().Number).Set("Role", offered[0]).SubmitAsync()).IsRefused("Number");

        Assert.DoesNotContain(offered, r => r.StartsWith("administrator", StringComparison.Ordinal) || r.StartsWith("police", StringComparison.Ordinal));
        var foreign = await ground.Database.ScalarAsync<Guid>("SELECT id FROM e_identification.posts WHERE role = 'police-officer' LIMIT 1");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/staff/posts/{foreign}")).Status);
    }

    [Fact]
    public async Task Deputy_HoldsTheLeadersPostForItsDays()
    {
        var person = TestNation.Account("neighbour-45");
        using var admin = await ground.Host.SignInAsync("staff-admin");
        using var deputy = await ground.Host.SignInAsync("neighbour-45");
        var leader = await ground.Database.ScalarAsync<Guid>("""
            SELECT p.id FROM e_identification.posts p JOIN e_identification.accounts a ON a.id = p.account_id
            WHERE a.number = $1 AND p.role = 'commune-leader'
            """, TestNation.Account("leader").Number);

        var given = await (await admin.GetAsync($"/staff/posts/{leader}")).Form("Number").Set("Number", person.Number)
            .SetDate("From", TestNation.Today).SetDate("Until", TestNation.Today.AddDays(1)).SubmitAsync();

        given.IsAt("/staff").Shows("quyền thay");
        (await deputy.GetAsync("/civil-status/books")).IsShown();
        (await deputy.GetAsync("/account")).Shows("quyền thay");
        var post = await PostOfAsync(person.Number);
        Assert.Equal(TestNation.Today.AddDays(2).ToDateTime(new TimeOnly(0), DateTimeKind.Utc).AddHours(-7),
            await ground.Database.ScalarAsync<DateTime>("SELECT valid_to FROM e_identification.posts WHERE id = $1", post));
        (await (await admin.GetAsync($"/staff/posts/{post}")).Form("form[action*=End]").SubmitAsync()).IsAt("/staff");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetAsync("/civil-status/books")).Status);
    }

    [Fact]
    public async Task Death_ClosesAccountAndPosts_AndItsRevocationGivesThemBack()
    {
        var person = TestNation.Account("neighbour-46");
        await ground.Database.ExecuteAsync("""
            INSERT INTO e_identification.posts (id, account_id, role, organisation_code, valid_from)
            SELECT gen_random_uuid(), a.id, 'receiving-clerk', o.code, '2025-07-01' FROM e_identification.accounts a, e_identification.organisations o
            WHERE a.number = $1 AND o.kind = 'commune-service-centre' AND o.unit_code = $2
            """, person.Number, DemoNationOptions.WardCode);
        using var browser = await ground.Host.SignInAsync("neighbour-46");
        var entry = Guid.CreateVersion7();
        var told = $$"""{"deathEntryId":"{{entry}}","personId":"{{person.PersonId}}","diedOn":"2026-11-19","unitCode":"00082","registeredAt":"2026-11-20T02:00:00Z"}""";
        var undone = $$"""{"deathEntryId":"{{entry}}","personId":"{{person.PersonId}}","unitCode":"00082","revokedAt":"2026-11-20T03:00:00Z"}""";

        await ground.Host.TellAsync("civil-status.death-registered", "EIdentification.OnDeathRegistered", person.PersonId, told);
        (await browser.GetAsync("/account")).AsksToSignIn();
        using var later = ground.Host.OpenBrowser();
        (await later.GivePasswordAsync(person)).IsRefused().Shows("chưa đúng");
        var ended = await ConsequencesAsync(person.PersonId);
        await ground.Host.TellAsync("civil-status.death-registered", "EIdentification.OnDeathRegistered", person.PersonId, told);
        await ground.Host.TellAsync("civil-status.death-registration-revoked", "EIdentification.OnDeathRegistrationRevoked", person.PersonId, undone);
        await ground.Host.TellAsync("civil-status.death-registration-revoked", "EIdentification.OnDeathRegistrationRevoked", person.PersonId, undone);

        using var back = await ground.Host.SignInAsync("neighbour-46");
        (await back.GetAsync("/desk")).IsShown();
        (await browser.GetAsync("/account")).AsksToSignIn();
        Assert.Equal(["account Done 1", "powers Done 1", "sessions Done 1"], ended.Order());
        Assert.Equal(["account Restored 1", "powers Restored 1", "sessions Restored 0"], (await ConsequencesAsync(person.PersonId)).Skip(3).Order());
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM e_identification.deaths WHERE entry_id = $1 AND revoked_at IS NOT NULL", entry));
    }

    private Task<Guid> PostOfAsync(string number) => ground.Database.ScalarAsync<Guid>("""
        SELECT p.id FROM e_identification.posts p JOIN e_identification.accounts a ON a.id = p.account_id
        WHERE a.number = $1 ORDER BY p.appointed_at DESC NULLS LAST LIMIT 1
        """, number);

    private Task<List<string>> ConsequencesAsync(Guid person) => ground.Database.QueryAsync<string>("""
        SELECT concat_ws(' ', payload::jsonb ->> 'kind', CASE payload::jsonb ->> 'state' WHEN '1' THEN 'Done' WHEN '3' THEN 'Restored' ELSE payload::jsonb ->> 'state' END, payload::jsonb ->> 'count')
        FROM e_identification.events WHERE name = 'civil-status.death-consequence-recorded' AND subject = $1 ORDER BY subject_version
        """, $"person:{person}");
}
