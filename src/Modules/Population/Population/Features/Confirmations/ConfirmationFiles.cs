using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.Population.Data;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Features.Confirmations;

/// <summary>Confirmations of residence as signed files, for whom they are about and who filed, to be given elsewhere as evidence.</summary>
internal sealed class ConfirmationFiles(PopulationDbContext db) : IResultFiles
{
    public bool Keeps(string path) => Guid.TryParse(path[(path.LastIndexOf('/') + 1)..], out var id) && path == ConfirmationLinks.Of(id);

    public async Task<ResultFile?> FindAsync(string path, Guid personId, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
        var found = await db.Confirmations.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == id && (c.PersonId == personId || c.FiledBy == personId), cancellationToken);
        return found is not null && await db.ReadFileAsync(found.FileId, cancellationToken) is { } file
            ? new ResultFile(ConfirmationLinks.FileName(found.AsOf), file.Content)
            : null;
    }
}
