using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>
/// The old address takes itself back within a week, by the link it was sent: whoever changed it is signed out. A look
/// changes nothing: mail programs look at links by themselves.
/// </summary>
[LimitSignIn]
internal sealed class UndoMailModel(
    EIdentificationDbContext db, MailUndo undo, BrowserSessions sessions, AccountChronicle chronicle, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        Done || await FindAsync(token, cancellationToken) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } change)
            return NotFound();
        var account = await db.Accounts.SingleAsync(a => a.Id == change.AccountId, cancellationToken);
        change.UndoneAt = clock.GetUtcNow();
        account.Email = change.OldMail;
        chronicle.Write(account.Id, HistoryKinds.MailRestored);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(account.Id, null, cancellationToken);
        return RedirectToPage(new { token, done = true });
    }

    private async Task<MailChange?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - MailChange.UndoLife;
        return undo.Read(token) is { } id
            ? await db.MailChanges.SingleOrDefaultAsync(c => c.Id == id && c.ConfirmedAt > oldest && c.UndoneAt == null, cancellationToken)
            : null;
    }
}
