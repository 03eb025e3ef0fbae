using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

/// <summary>A new phone: the app is shown a new key, and proves with a code that it has it; the old one ends.</summary>
[LimitSignIn]
internal sealed class CodeAppModel(
    EIdentificationDbContext db, OwnerProof proof, NewApps apps, AccountChronicle chronicle, IStringLocalizer<AccountTexts> texts)
    : OwnAccountPage(db), ILoadsPage
{
    private readonly EIdentificationDbContext _db = db;

    [BindProperty] public string? Offer { get; set; }
    [BindProperty] public string? Code { get; set; }

    public OfferedApp App { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        if (await proof.RefuseAsync(HttpContext, account, CurrentPassword, cancellationToken) is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        if (!apps.TryTake(account, Offer, WrittenCodes.Plain(Code)))
            return await this.RefuseAsync(new Error("app.wrong", texts["app.wrong"], nameof(Code)), cancellationToken);
        chronicle.Write(account.Id, HistoryKinds.AppChanged, DeviceName.Of(Request.Headers.UserAgent));
        await _db.SaveChangesAsync(cancellationToken);
        return RedirectToPage("/MyAccount/MyAccount", new { done = "app" });
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        App = apps.Offer(await FindAccountAsync(cancellationToken), Offer);
}
