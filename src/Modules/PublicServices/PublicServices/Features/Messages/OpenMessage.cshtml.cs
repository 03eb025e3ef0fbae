using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Letters;

namespace Project06.PublicServices.Features.Messages;

/// <summary>Opens what a notice is about; from then on it is read.</summary>
internal sealed class OpenMessageModel(PublicServicesDbContext db, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == id && m.PersonId == me, cancellationToken);
        if (message is null)
            return NotFound();
        message.MarkRead(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (message.LookId is { } look)
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/my-data/access-log/{look}/dispute"));
        var code = await db.Dossiers.Where(d => d.Id == message.DossierId).Select(d => d.Code).SingleAsync(cancellationToken);
        return LocalRedirect(CitizenMessages.Link(message.Kind, code.Value));
    }
}
