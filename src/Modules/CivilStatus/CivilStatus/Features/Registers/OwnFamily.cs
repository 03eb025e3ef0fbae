using MediatR;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Features.Registers;

/// <summary>
/// Whether an entry is about an official's own family: themselves, spouse, parents, children, brothers and sisters as the
/// population database has them. Nobody signs or takes out of force such an entry; another leader does.
/// </summary>
internal sealed class OwnFamily(IMediator mediator)
{
    public async Task<bool> NamesAsync(Guid officialId, IEnumerable<Guid?> named, CancellationToken cancellationToken)
    {
        var people = named.OfType<Guid>().ToHashSet();
        if (people.Contains(officialId))
            return true;
        var self = (await mediator.Send(
            new FindPeople([officialId], [PersonFields.Marriage], Access: null), cancellationToken)).SingleOrDefault();
        if (self?.Marriage is { } marriage && people.Contains(marriage.SpouseId))
            return true;
        if ((await ChildrenAsync(officialId, cancellationToken)).Overlaps(people))
            return true;
        foreach (var person in people)
        {
            // A child of a named person: the official's parent is named, or a parent of both.
            if ((await ChildrenAsync(person, cancellationToken)).Contains(officialId))
                return true;
        }
        return false;
    }

    private async Task<HashSet<Guid>> ChildrenAsync(Guid personId, CancellationToken cancellationToken) =>
        [.. (await mediator.Send(new FindChildrenOf(personId, [PersonFields.Kinship], Access: null), cancellationToken)).Select(c => c.PersonId)];
}
