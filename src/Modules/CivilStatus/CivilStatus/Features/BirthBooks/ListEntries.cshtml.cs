using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.BirthBooks;

internal sealed class ListEntriesModel(CivilStatusDbContext db, TimeProvider clock) : BookModel<BirthEntry>(db, clock)
{
    public sealed record Row(
        int Year, int Number, int Volume, Guid? ChildId, string ChildName, DateOnly BornOn, DateOnly RegisteredOn, BirthEntryState State);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    protected override Expression<Func<BirthEntry, bool>> IsWaiting => e =>
        e.State == BirthEntryState.NumberPending || e.State == BirthEntryState.ReviewPending || e.State == BirthEntryState.Numbered;

    protected override Expression<Func<BirthEntry, bool>> Names(string folded) => e => e.ChildNameFolded.Contains(folded);

    public async Task OnGetAsync(int? year, [FromQuery(Name = "page")] int? page, CancellationToken cancellationToken)
    {
        var entries = await (await OpenAsync(year, page, cancellationToken))
            .Select(e => new { e.Year, e.Number, e.Volume, e.ChildId, e.ChildSurname, e.ChildMiddleName, e.ChildGivenName, e.ChildBirthDate, e.RegisteredOn, e.State })
            .ToListAsync(cancellationToken);
        Rows = [.. entries.Select(e => new Row(
            e.Year, e.Number, e.Volume, e.ChildId, BirthEntry.JoinName(e.ChildSurname, e.ChildMiddleName, e.ChildGivenName),
            e.ChildBirthDate, e.RegisteredOn, e.State))];
        await RecordAsync(
            Rows.Where(r => r.ChildId is not null).Select(r => new PersonShown(r.ChildId!.Value, [PersonFields.Name, PersonFields.BirthDate])),
            cancellationToken);
    }
}
