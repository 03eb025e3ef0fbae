using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Features.Passkeys;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

[LimitSignIn]
internal sealed class PasskeysModel(
    EIdentificationDbContext db, OwnerProof proof, PasskeyCeremonies ceremonies, AccountChronicle chronicle,
    IStringLocalizer<AccountTexts> texts) : OwnAccountPage(db), ILoadsPage
{
    private readonly EIdentificationDbContext _db = db;

    [BindProperty] public Guid Id { get; set; }
    [BindProperty] public Guid ChallengeId { get; set; }
    [BindProperty] public string? Credential { get; set; }
    [BindProperty] public string? Name { get; set; }

    public IReadOnlyList<Passkey> Own { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken) =>
        Content((await ceremonies.AskForNewAsync(await FindAccountAsync(cancellationToken), HttpContext, cancellationToken)).ToJson(), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        if (await proof.RefuseAsync(HttpContext, account, CurrentPassword, cancellationToken) is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        if (string.IsNullOrEmpty(Credential) || !await ceremonies.AddAsync(
                account.Id, ChallengeId, Credential, NameOr(Name, DeviceName.Of(Request.Headers.UserAgent)), HttpContext, cancellationToken))
            return await this.RefuseAsync(new Error("passkey.refused", texts["passkeys.not-added"]), cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        return RedirectToPage(new { done = "added" });
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken cancellationToken)
    {
        var passkey = await FindOwnAsync(cancellationToken);
        passkey.Name = NameOr(Name, passkey.Name);
        await _db.SaveChangesAsync(cancellationToken);
        return RedirectToPage(new { done = "named" });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var passkey = await FindOwnAsync(cancellationToken);
        var account = await FindAccountAsync(cancellationToken);
        var others = await _db.Passkeys.CountAsync(p => p.AccountId == account.Id && p.Id != passkey.Id, cancellationToken);
        if (others == 0 && account.PasswordHash is null)
            return await this.RefuseAsync(new Error("passkey.last", texts["passkeys.last"]), cancellationToken);
        _db.Passkeys.Remove(passkey);
        chronicle.Write(account.Id, HistoryKinds.PasskeyRemoved, DeviceName.Of(Request.Headers.UserAgent));
        await _db.SaveChangesAsync(cancellationToken);
        return RedirectToPage(new { done = "removed" });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        Own = await _db.Passkeys.AsNoTracking().Where(p => p.AccountId == account.Id).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);
    }

    private async Task<Passkey> FindOwnAsync(CancellationToken cancellationToken)
    {
        var own = User.Actor().AccountId;
        return await _db.Passkeys.SingleOrDefaultAsync(p => p.Id == Id && p.AccountId == own, cancellationToken)
            ?? throw new NotFoundException("passkey");
    }

    private static string NameOr(string? name, string otherwise) =>
        name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 60)] : otherwise;
}
