using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.IssuedPapers;

internal sealed class FindIssuedPaperHandler(PublicServicesDbContext db) : IRequestHandler<FindIssuedPaper, string?>
{
    public async Task<string?> Handle(FindIssuedPaper request, CancellationToken cancellationToken) =>
        await db.Set<IssuedPaper>().AnyAsync(p => p.Token == request.Token, cancellationToken) ? IssuedPaperLinks.Check(request.Token) : null;
}
