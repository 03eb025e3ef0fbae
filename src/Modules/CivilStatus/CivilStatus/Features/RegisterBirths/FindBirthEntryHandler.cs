using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.EntryChanges;

namespace Project06.CivilStatus.Features.RegisterBirths;

internal sealed class FindBirthEntryHandler(CivilStatusDbContext db) : IRequestHandler<FindBirthEntry, BirthEntryContent>
{
    public async Task<BirthEntryContent> Handle(FindBirthEntry request, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.BirthEntryId, cancellationToken)
            ?? throw new NotFoundException("birth entry");
        var words = BirthWords.Of(entry, await db.NotesOfAsync(entry.Id, cancellationToken));
        return new BirthEntryContent(
            entry.Id, words.Surname, words.MiddleName, words.GivenName, FieldValues.SexCode(words.Sex), words.BirthDate,
            words.BirthPlace, words.EthnicCode, words.NationalityCode, words.NativePlace, entry.MotherId, entry.FatherId,
            entry.UnitCode, entry.EntryNumber, entry.RegisteredOn);
    }
}
