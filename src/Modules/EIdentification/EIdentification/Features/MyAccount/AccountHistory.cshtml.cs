using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.MyAccount;

/// <summary>When and with what somebody signed in, and what was changed. Kept for five years (Decree 59/2022/NĐ-CP, art. 21).</summary>
internal sealed class AccountHistoryModel(EIdentificationDbContext db) : PageModel
{
    private const int PerPage = 20, MostChanges = 30;

    [BindProperty(SupportsGet = true)] public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;
    public IReadOnlyList<HistoryEntry> Changes { get; private set; } = [];
    public IReadOnlyList<Session> SignIns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = User.Actor().AccountId;
        var sessions = db.Sessions.AsNoTracking().Where(s => s.AccountId == own);
        Pages = Math.Max(1, (await sessions.CountAsync(cancellationToken) + PerPage - 1) / PerPage);
        Number = Math.Clamp(Number, 1, Pages);
        SignIns = await sessions.OrderByDescending(s => s.CreatedAt).Skip((Number - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken);
        Changes = await db.History.AsNoTracking().Where(h => h.AccountId == own)
            .OrderByDescending(h => h.At).Take(MostChanges).ToListAsync(cancellationToken);
    }
}
