using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathBooks;

internal sealed class ListDeathsModel(CivilStatusDbContext db, TimeProvider clock) : BookModel<DeathEntry>(db, clock)
{
    public IReadOnlyList<DeathEntry> Rows { get; private set; } = [];

    protected override Expression<Func<DeathEntry, bool>> IsWaiting => e => e.State == DeathEntryState.Written;

    protected override Expression<Func<DeathEntry, bool>> Names(string folded) => e => e.DeceasedNameFolded.Contains(folded);

    public async Task OnGetAsync(int? year, [FromQuery(Name = "page")] int? page, CancellationToken cancellationToken)
    {
        Rows = await (await OpenAsync(year, page, cancellationToken)).ToListAsync(cancellationToken);
        await RecordAsync(Rows.Select(r => new PersonShown(r.DeceasedId, [PersonFields.Name])), cancellationToken);
    }
}
