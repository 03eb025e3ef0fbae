using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Features.Confirmations;

namespace Project06.Population.Features.ConfirmationCheck;

internal sealed class FindPaperAddressHandler(PopulationDbContext db) : IRequestHandler<FindPaperAddress, string?>
{
    public async Task<string?> Handle(FindPaperAddress request, CancellationToken cancellationToken) =>
        await db.Confirmations.AnyAsync(c => c.Token == request.Token, cancellationToken) ? ConfirmationLinks.Check(request.Token) : null;
}
