using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;

namespace Project06.PublicServices.Features.Desk.Opinions;

/// <param name="From">The asking office.</param>
internal sealed record OpinionLine(OpinionCase Case, string From, TimeLeft Left);

/// <summary>What other offices asked the actor's offices. Nobody's name stands here.</summary>
internal sealed class ListOpinionsModel(OpinionQueue opinions, OpinionWords words, IMediator mediator) : PageModel
{
    public IReadOnlyList<OpinionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var cases = await opinions.ReadAsync(User.Actor(), cancellationToken);
        var offices = await mediator.Send(new FindOrganisations([.. cases.SelectMany(c => new[] { c.Opinion.AskingOrganisation, c.Opinion.AskedOrganisation }).Distinct()]), cancellationToken);
        Lines = [.. cases.Select(c => new OpinionLine(c, OpinionWords.Name(offices, c.Opinion.AskingOrganisation), words.Left(c.Opinion, offices)))];
    }
}
