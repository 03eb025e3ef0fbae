using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;

namespace Project06.CivilStatus.Features.RegisterBirths;

internal sealed class FindBirthEntryHandler(CivilStatusDbContext db) : IRequestHandler<FindBirthEntry, BirthEntryContent>
{
    public async Task<BirthEntryContent> Handle(FindBirthEntry request, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.BirthEntryId, cancellationToken)
            ?? throw new NotFoundException("birth entry");
        return new BirthEntryContent(
            entry.Id, entry.ChildSurname, entry.ChildMiddleName, entry.ChildGivenName,
            ((int)entry.ChildSex).ToString(CultureInfo.InvariantCulture), entry.ChildBirthDate, entry.ChildBirthPlace,
            entry.ChildEthnicCode, entry.ChildNationalityCode, entry.ChildNativePlace, entry.MotherId, entry.FatherId,
            entry.UnitCode, entry.EntryNumber, entry.RegisteredOn);
    }
}
