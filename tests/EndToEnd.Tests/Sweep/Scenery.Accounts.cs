using Project06.DemoNation;

namespace Project06.EndToEnd.Tests.Sweep;

/// <summary>Activation from both sides, the ways to sign in, the ways back, and staff.</summary>
internal sealed partial class Scenery
{
    private async Task<IReadOnlyList<Round>> AccountsAsync()
    {
        var person = TestNation.Current.People.First(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.WardCode
            && p.BirthDate.Year < 1980 && !TestNation.HasAccount(p.Id));
        await using var clerk = await SignedInAsync("postal-clerk");
        await clerk.GoAsync($"/accounts/activate/person/{person.Id}");
        await clerk.Page.Locator("input[value='identity-card']").CheckAsync();
        await clerk.Page.Locator("input[name=Seen][type=checkbox]").CheckAsync();
        await clerk.PressMainAsync();
        var (code, shown) = (await clerk.Page.Locator("main .code").InnerTextAsync(), clerk.At);
        var change = Guid.NewGuid();
        await site.Database.ExecuteAsync("""
            INSERT INTO e_identification.mail_changes (id, account_id, old_mail, new_mail, asked_at, expires_at, confirmed_at)
            SELECT $1, id, email, 'moi@example.vn', $2, $2, $2 FROM e_identification.accounts WHERE number = $3
            """, change, site.Host.Clock.Now, TestNation.Account("neighbour-52").Number);
        var post = await site.Database.ScalarAsync<Guid>("""
            SELECT p.id FROM e_identification.posts p JOIN e_identification.accounts a ON a.id = p.account_id
            WHERE a.number = $1 AND p.role = 'commune-leader'
            """, TestNation.Account("leader").Number);
        return
        [
            new(null,
            [
                new("activate", "/activate", "/activate"),
                new Stop("activate", "/activate", "/activate").SentEmpty(),
                new("activate-letter", "/activate/letter", "/activate/letter"),
                new("activate-letter-done", "/activate/letter", "/activate/letter?done=true"),
                new("activate-confirm", "/activate/confirm", "/activate/confirm", visitor => BeginAsync(visitor, person.Number, code)),
                new("activate-ways", "/activate/sign-in-way", "/activate/sign-in-way", ConfirmAsync),
                new("activate-done", "/activate/done", "/activate/done", FinishAsync),
                new("forgotten", "/sign-in/forgotten", "/sign-in/forgotten"),
                new("new-password", "/sign-in/forgotten/{id:guid}", $"/sign-in/forgotten/{change}"),
                new("passkey", "/sign-in/passkey", "/sign-in/passkey"),
                new("undo-mail", "/sign-in/undo/{token}", $"/sign-in/undo/{SigningIn.UndoTokenOf(site.Host, change)}"),
            ]),
            new("neighbour-51",
            [
                new("account-password", "/account/password", "/account/password"),
                new("account-app", "/account/code-app", "/account/code-app"),
                new("account-passkeys", "/account/passkeys", "/account/passkeys"),
                new("account-codes", "/account/recovery-codes", "/account/recovery-codes"),
                new("account-email", "/account/email", "/account/email"),
                new("account-history", "/account/history", "/account/history"),
            ]),
            new("postal-clerk",
            [
                new("activate-find", "/accounts/activate", "/accounts/activate"),
                new("activate-person", "/accounts/activate/person/{id:guid}", $"/accounts/activate/person/{person.Id}"),
                new Stop("activate-person", "/accounts/activate/person/{id:guid}", $"/accounts/activate/person/{person.Id}").SentEmpty(),
                new("activate-code", "/accounts/activate/code/{id:guid}", shown),
            ]),
            new("staff-admin",
            [
                new("staff", "/staff", "/staff"),
                new("staff-appoint", "/staff/appoint", "/staff/appoint"),
                new Stop("staff-appoint", "/staff/appoint", "/staff/appoint").SentEmpty(),
                new("staff-post", "/staff/posts/{id:guid}", $"/staff/posts/{post}"),
            ]),
            new("police-leader",
            [
                new("accounts-nation", "/admin/accounts", "/admin/accounts"),
                new("accounts-province", "/admin/accounts", "/admin/accounts?unit=01"),
            ]),
        ];
    }

    // The browser keeps how far it is: only the first look has something to do.
    private static async Task BeginAsync(Visitor visitor, string number, string code)
    {
        if (visitor.At.StartsWith("/activate/confirm", StringComparison.Ordinal))
            return;
        await visitor.Page.Locator("[name=Number]").FillAsync(number);
        await visitor.Page.Locator("[name=Code]").FillAsync(code);
        await visitor.PressMainAsync();
    }

    private static async Task ConfirmAsync(Visitor visitor)
    {
        if (visitor.At.StartsWith("/activate/sign-in-way", StringComparison.Ordinal))
            return;
        await visitor.GoAsync("/activate/confirm");
        await visitor.PressMainAsync();
    }

    private async Task FinishAsync(Visitor visitor)
    {
        if (visitor.At.StartsWith("/activate/done", StringComparison.Ordinal))
            return;
        await visitor.GoAsync("/activate/sign-in-way");
        var key = (await visitor.Page.Locator("main .code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visitor.Page.Locator("[name=Password]").FillAsync("một câu dài dễ nhớ");
        await visitor.Page.Locator("[name=Code]").FillAsync(SigningIn.CodeFor(site.Host, key));
        await visitor.LeaveByAsync(visitor.Page.Locator("form:has([name=Offer]) button"), "finish");
    }
}
