using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Features.Desk;

namespace Project06.PublicServices.Features.MyPapers;

/// <summary>My papers: what my dossiers led to, and what I gave with them.</summary>
internal sealed class MyPapersModel(OwnPapers papers, IMediator mediator) : PageModel
{
    private const int PageSize = 20, MostGiven = 40;

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public int Pages { get; private set; }
    public IReadOnlyList<ResultPaper> Results { get; private set; } = [];
    public IReadOnlyList<GivenPaper> Given { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        Pages = (await papers.CountResultsAsync(me, cancellationToken) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var rows = await papers.ResultsAsync(me, (Number - 1) * PageSize, PageSize, cancellationToken);
        var offices = await mediator.Send(new FindOrganisations([.. rows.Select(r => r.Office).Distinct()]), cancellationToken);
        Results = [.. rows.Select(r => r with { Office = OpinionWords.Name(offices, r.Office) })];
        Given = await papers.GivenAsync(me, MostGiven, cancellationToken: cancellationToken);
    }
}
