using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.People;

/// <summary>A counter's search. The birth date narrows by index; the words of the name decide among the few that are left.</summary>
internal sealed class SearchPeopleHandler(PopulationDbContext db) : IRequestHandler<SearchPeople, IReadOnlyList<PersonHit>>
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Residence];

    public async Task<IReadOnlyList<PersonHit>> Handle(SearchPeople request, CancellationToken cancellationToken)
    {
        var hits = (await FindAsync(request, cancellationToken))
            .OrderByDescending(p => p.DiedOn is null).ThenBy(p => p.FullName, VietnameseText.Order).ThenBy(p => p.Number, StringComparer.Ordinal)
            .Take(SearchPeople.Most).ToList();
        await db.RecordAccessAsync(request.Access, hits.Select(p => new PersonShown(p.Id, Shown)), cancellationToken);
        return
        [
            .. hits.Select(p => new PersonHit(
                p.Id, p.FullName, p.BirthDate, p.BirthPrecision, p.Sex, p.ResidenceUnit, p.Number[^4..], p.DiedOn is null)),
        ];
    }

    private async Task<IEnumerable<PersonRecord>> FindAsync(SearchPeople request, CancellationToken cancellationToken)
    {
        if (IdentityNumber.TryParse(request.Number, null, out var number))
            return await db.Persons.AsNoTracking().Where(p => p.Number == number.Digits).ToListAsync(cancellationToken);
        var words = VietnameseText.Fold(request.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // One word alone would list a day's births to whoever types Nguyễn.
        if (words.Length < 2 || request.BirthDate is not { } born)
            return [];
        var (month, year) = (new DateOnly(born.Year, born.Month, 1), new DateOnly(born.Year, 1, 1));
        var around = await db.Persons.AsNoTracking()
            .Where(p => p.BirthDate == born
                || (p.BirthDate == month && p.BirthPrecision == DatePrecision.Month)
                || (p.BirthDate == year && p.BirthPrecision == DatePrecision.Year))
            .ToListAsync(cancellationToken);
        return around.Where(p => Matches(p.FoldedName.Split(' '), words));
    }

    // Every typed word is a word of the name, as often as it is typed.
    private static bool Matches(string[] name, string[] words) =>
        words.GroupBy(word => word).All(word => name.Count(part => part == word.Key) >= word.Count());
}
