using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.Operator;

internal sealed class FindOperatorNoticesHandler(PublicServicesDbContext db)
    : IRequestHandler<FindOperatorNotices, IReadOnlyList<OperatorNoticeLine>>
{
    public async Task<IReadOnlyList<OperatorNoticeLine>> Handle(FindOperatorNotices request, CancellationToken cancellationToken) =>
        await db.OperatorNotices.AsNoTracking().OrderByDescending(n => n.At)
            .Select(n => new OperatorNoticeLine(n.Key, n.Text, n.At)).ToListAsync(cancellationToken);
}
