using Microsoft.AspNetCore.Mvc;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Data;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

/// <summary>Ten new codes on paper; readable on the screen for some minutes.</summary>
[LimitSignIn]
internal sealed class CodesModel(EIdentificationDbContext db, OwnerProof proof, Sessions.RecoveryCodes codes) : OwnAccountPage(db), ILoadsPage
{
    private readonly EIdentificationDbContext _db = db;

    public IReadOnlyList<string> Shown { get; private set; } = [];
    public int Left { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        if (await proof.RefuseAsync(HttpContext, account, CurrentPassword, cancellationToken) is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        await codes.RenewAsync(account.Id, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        return RedirectToPage(new { done = "codes" });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        // Only to the one who made them just now: elsewhere an open screen would give them away.
        Shown = Done is null ? [] : await codes.ShowAsync(account.Id, cancellationToken);
        Left = await codes.CountAsync(account.Id, cancellationToken);
    }
}
