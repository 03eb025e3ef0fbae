using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.MyAccount;

/// <summary>A page that changes a way to sign in: whose account, whether they have a password, and what was just done.</summary>
internal abstract class OwnAccountPage(EIdentificationDbContext db) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Done { get; set; }
    [BindProperty] public string? CurrentPassword { get; set; }

    public bool HasPassword { get; protected set; }

    protected async Task<Account> FindAccountAsync(CancellationToken cancellationToken)
    {
        var id = User.Actor().AccountId;
        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancellationToken);
        HasPassword = account.PasswordHash is not null;
        return account;
    }
}
