using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Messages;

/// <summary>What the offices told me. Opening one marks it read; so does the button for all of them.</summary>
internal sealed class MessagesModel(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    /// <param name="Procedure">Name of the dossier's procedure; empty where the message is about none.</param>
    internal sealed record Line(Message Message, string Code, string Procedure)
    {
        public bool IsUnread => Message.ReadAt is null;
    }

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    /// <summary>Whether only unread ones are shown.</summary>
    [FromQuery] public bool Unread { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int Pages { get; private set; }
    public int UnreadCount { get; private set; }
    public int AllCount { get; private set; }
    public DateTimeOffset ShownAt => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        var counts = await db.Messages.Where(m => m.PersonId == me).GroupBy(m => m.ReadAt == null)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        UnreadCount = counts.GetValueOrDefault(true);
        AllCount = UnreadCount + counts.GetValueOrDefault(false);
        Pages = ((Unread ? UnreadCount : AllCount) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var rows = await db.Messages.AsNoTracking().Where(m => m.PersonId == me && (!Unread || m.ReadAt == null))
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellationToken);
        var about = rows.Select(m => m.DossierId).OfType<Guid>().Distinct().ToArray();
        var dossiers = await db.Dossiers.Where(d => about.Contains(d.Id)).Select(d => new { d.Id, d.Code, d.ProcedureCode, d.ProcedureVersion })
            .ToDictionaryAsync(d => d.Id, cancellationToken);
        Lines =
        [
            .. rows.Select(m => m.DossierId is { } id && dossiers[id] is var d
                ? new Line(m, d.Code.Value, procedures.Get(d.ProcedureCode, d.ProcedureVersion).Name.Here)
                : new Line(m, "", "")),
        ];
    }

    /// <summary>Marks all of them read that were there when the page was shown.</summary>
    public async Task<IActionResult> OnPostAllReadAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var (me, now) = (User.Actor().PersonId, clock.GetUtcNow());
        var last = until?.ToUniversalTime() ?? now;
        await db.Messages.Where(m => m.PersonId == me && m.ReadAt == null && m.At <= last)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now), cancellationToken);
        return Redirect("/messages");
    }
}
