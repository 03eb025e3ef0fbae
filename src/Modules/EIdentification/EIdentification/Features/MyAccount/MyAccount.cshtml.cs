using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

internal sealed class MyAccountModel(EIdentificationDbContext db, BrowserSessions sessions, TimeProvider clock) : PageModel
{
    private const int Shown = 20;

    /// <summary>Set once a session has been ended.</summary>
    [BindProperty(SupportsGet = true)] public bool Ended { get; set; }

    public Actor Actor { get; private set; } = null!;
    public string Number { get; private set; } = "";
    public string? Email { get; private set; }
    /// <summary>Sessions that are open or locked, this one first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Actor = User.Actor();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == Actor.AccountId, cancellationToken);
        Number = account.Number;
        Email = account.Email;
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
}
