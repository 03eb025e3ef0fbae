using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Messages;

/// <summary>What the offices told me; reading marks as read.</summary>
internal sealed class MessagesModel(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    internal sealed record Line(Message Message, bool WasUnread, string Code, Procedure Procedure);

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        Pages = (await db.Messages.CountAsync(m => m.PersonId == me, cancellationToken) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var rows = await db.Messages.Where(m => m.PersonId == me).OrderByDescending(m => m.At)
            .Skip((Number - 1) * PageSize).Take(PageSize)
            .Join(db.Dossiers, m => m.DossierId, d => d.Id, (m, d) => new { Message = m, d.Code, d.ProcedureCode, d.ProcedureVersion })
            .ToListAsync(cancellationToken);
        Lines = [.. rows.Select(r => new Line(r.Message, r.Message.ReadAt is null, r.Code.Value, procedures.Get(r.ProcedureCode, r.ProcedureVersion)))];
        foreach (var row in rows)
            row.Message.MarkRead(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
