using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

[LimitSignIn]
internal sealed class ChangePasswordModel(
    EIdentificationDbContext db, OwnerProof proof, BrowserSessions sessions, AccountChronicle chronicle,
    IPasswordHasher<Account> hasher, IStringLocalizer<AccountTexts> texts) : OwnAccountPage(db), ILoadsPage
{
    private readonly EIdentificationDbContext _db = db;

    [BindProperty] public string? Password { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        if (Passwords.Problem(Password, account) is { } problem)
            return await this.RefuseAsync(new Error("password", texts[problem, Passwords.Shortest], nameof(Password)), cancellationToken);
        if (await proof.RefuseAsync(HttpContext, account, CurrentPassword, cancellationToken) is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        account.PasswordHash = hasher.HashPassword(account, Password!);
        chronicle.Write(account.Id, HistoryKinds.PasswordChanged, DeviceName.Of(Request.Headers.UserAgent));
        await _db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(account.Id, User.Actor().SessionId, cancellationToken);
        return RedirectToPage("/MyAccount/MyAccount", new { done = "password" });
    }

    public Task LoadAsync(CancellationToken cancellationToken) => FindAccountAsync(cancellationToken);
}
