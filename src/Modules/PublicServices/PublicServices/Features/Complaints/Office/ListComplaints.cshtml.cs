using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Features.Desk;

namespace Project06.PublicServices.Features.Complaints.Office;

internal sealed record ComplaintLine(ComplaintCase Case, TimeLeft Left);

/// <summary>Complaints to the offices that the actor heads, with the time they have left. Nobody's name stands here.</summary>
internal sealed class ListComplaintsModel(ComplaintQueue queue, TimeLeftWords left, IMediator mediator) : PageModel
{
    public IReadOnlyList<ComplaintLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var cases = await queue.ReadAsync(User.Actor(), cancellationToken);
        var kinds = (await mediator.Send(new FindOrganisations([.. cases.Select(c => c.Complaint.Organisation).Distinct()]), cancellationToken)).ToDictionary(o => o.Code, o => o.Kind);
        Lines = [.. cases.Select(c => new ComplaintLine(c, left.OfOffice(kinds.GetValueOrDefault(c.Complaint.Organisation, ""), c.Complaint.DueAt, c.Complaint.AnsweredAt)))];
    }
}
