using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;
using Project06.Steering.Contracts;

namespace Project06.EIdentification.Features.MyAccount;

internal sealed class MyAccountModel(EIdentificationDbContext db, BrowserSessions sessions, Sessions.RecoveryCodes codes, TimeProvider clock) : PageModel
{
    private const int Shown = 20;

    /// <summary>Set once a session has been ended.</summary>
    [BindProperty(SupportsGet = true)] public bool Ended { get; set; }
    /// <summary>What was just changed: password, app, mail.</summary>
    [BindProperty(SupportsGet = true)] public string? Done { get; set; }

    public Actor Actor { get; private set; } = null!;
    public Account Account { get; private set; } = null!;
    public string Number => Account.Number;
    public string? Email => Account.Email;
    public int Passkeys { get; private set; }
    public int CodesLeft { get; private set; }
    /// <summary>Sessions that are open or locked, this one first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>Pages of this module that the account's posts open, by address and title.</summary>
    public IReadOnlyList<(string Address, string Title)> Work =>
    [
        .. new (string Permission, string Address, string Title)[]
        {
            (EIdentificationPermissions.Activate, "~/accounts/activate", "clerk.title"),
            (EIdentificationPermissions.Staff, "~/staff", "staff.title"),
            (SteeringPermissions.Figures, "~/admin/accounts", "figures.title"),
        }.Where(page => User.May(page.Permission)).Select(page => (page.Address, page.Title)),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Actor = User.Actor();
        Account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == Actor.AccountId, cancellationToken);
        Passkeys = await db.Passkeys.CountAsync(p => p.AccountId == Actor.AccountId, cancellationToken);
        CodesLeft = await codes.CountAsync(Actor.AccountId, cancellationToken);
        var oldest = clock.GetUtcNow() - Session.LongestLife;
        var open = await db.Sessions.AsNoTracking()
            .Where(s => s.AccountId == Actor.AccountId && s.EndedAt == null && s.CreatedAt > oldest)
            .OrderByDescending(s => s.LastSeenAt).Take(Shown).ToListAsync(cancellationToken);
        Sessions = [.. open.OrderByDescending(s => s.Id == Actor.SessionId)];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellationToken)
    {
        var own = await db.Sessions.AnyAsync(s => s.Id == session && s.AccountId == User.Actor().AccountId, cancellationToken);
        if (!own)
            return NotFound();
        await sessions.EndAsync(session, User.Actor().AccountId, cancellationToken);
        return RedirectToPage(new { ended = true });
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        await sessions.EndAllAsync(actor.AccountId, actor.SessionId, cancellationToken);
        return RedirectToPage(new { ended = true });
    }
}
