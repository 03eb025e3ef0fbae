using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Drafts;

internal static class DraftLock
{
    /// <summary>
    /// The applicant's draft, its row locked until the running transaction ends: a second tab, an autosave or an upload
    /// that takes its time adds to what is there then, and none writes over what another has saved.
    /// </summary>
    public static async Task<Draft> LockDraftAsync(
        this PublicServicesDbContext db, Guid id, Guid applicant, CancellationToken cancellationToken)
    {
        var found = await db.Drafts
            .FromSql($"SELECT * FROM public_services.drafts WHERE id = {id} AND applicant_id = {applicant} FOR UPDATE")
            .ToListAsync(cancellationToken);
        return found.SingleOrDefault() ?? throw new NotFoundException("draft");
    }
}
