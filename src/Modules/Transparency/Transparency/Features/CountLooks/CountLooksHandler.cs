using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Transparency.Contracts;
using Project06.Transparency.Data;
using LooksAsked = Project06.Transparency.Contracts.CountLooks;

namespace Project06.Transparency.Features.CountLooks;

internal sealed class CountLooksHandler(TransparencyDbContext db, TimeProvider clock) : IRequestHandler<LooksAsked, LookSummary>
{
    public async Task<LookSummary> Handle(LooksAsked request, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-request.Days);
        var looks = db.AccessRows.AsNoTracking().Where(r => r.PersonId == request.PersonId && r.At >= since);
        var count = await looks.CountAsync(cancellationToken);
        if (count == 0)
            return new LookSummary(0, null, null);
        var latest = await looks.OrderByDescending(r => r.At).Select(r => new { r.OrganisationName, r.At }).FirstAsync(cancellationToken);
        return new LookSummary(count, latest.OrganisationName, latest.At);
    }
}
