using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;

namespace Project06.EIdentification.Features.AnswerOrganisations;

internal sealed class FindOfficialsHandler(EIdentificationDbContext db, TimeProvider clock)
    : IRequestHandler<FindOfficials, IReadOnlyList<Official>>
{
    public async Task<IReadOnlyList<Official>> Handle(FindOfficials request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await (
            from post in db.Posts
            where post.OrganisationCode == request.OrganisationCode && (request.Role == null || post.Role == request.Role)
                && post.ValidFrom <= now && (post.ValidTo == null || now < post.ValidTo)
            join account in db.Accounts on post.AccountId equals account.Id
            select new Official(account.PersonId, post.Role)).Distinct().ToListAsync(cancellationToken);
    }
}
