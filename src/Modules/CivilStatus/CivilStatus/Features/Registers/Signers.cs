using MediatR;
using Project06.BuildingBlocks.Access;
using Project06.CivilStatus.Paper;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.Registers;

/// <summary>Who says yes to an effect, by the name that papers and certificates write.</summary>
internal sealed class Signers(IMediator mediator)
{
    public async Task<PaperSigner> OfAsync(EffectInput input, string officeUnit, CancellationToken cancellationToken)
    {
        var person = (await mediator.Send(
                new FindPeople([input.DecidedByPersonId], [PersonFields.Name], Access: null), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException($"The population database doesn't know the signer {input.DecidedByPersonId}.");
        return new PaperSigner(person.PersonId, person.FullName, input.DecidingOrganisation, officeUnit);
    }
}
