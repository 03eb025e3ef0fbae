using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.PublicServices.Features.Complaints.Office;

/// <summary>The head of the office reads a complaint and answers it. Whose it is stands on the ledger first.</summary>
internal sealed class AnswerComplaintPageModel(
    PublicServicesDbContext db, ComplaintQueue queue, ComplaintLimitBook limits, IMediator mediator, TimeProvider clock, IStringLocalizer<CitizenTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ComplaintOutcome? Outcome { get; set; }
    [BindProperty] public string? Text { get; set; }
    public ComplaintCase Case { get; private set; } = null!;
    public Complaint? Earlier { get; private set; }
    public string Name { get; private set; } = "";
    public WorkingDeadline? Why { get; private set; }
    public ComplaintLimits Limits => limits.Of(Case.Complaint);

    public IReadOnlyList<FieldOption> Outcomes => [.. Enum.GetValues<ComplaintOutcome>()
        .Where(o => o != ComplaintOutcome.Rejected || Case.Complaint.MayReject(clock.GetUtcNow()))
        .Select(o => new FieldOption(o.ToString(), texts[$"complaint.outcome.{o}"]))];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        Case = await queue.FindAsync(Id, actor, cancellationToken);
        var post = actor.Posts.First(p => p.OrganisationCode == Case.Complaint.Organisation);
        var access = AccessContext.Official(actor, post, AccessPurposes.Complaint, Case.Procedure.Code, Case.Dossier.Code.Value);
        var people = await mediator.Send(new FindPeople([Case.Complaint.ApplicantId], [PersonFields.Name], access), cancellationToken);
        Name = people.FirstOrDefault()?.FullName ?? "";
        if (Case.Complaint.FollowsId is { } earlier)
            Earlier = await db.Complaints.AsNoTracking().SingleAsync(c => c.Id == earlier, cancellationToken);
        if (Case.Complaint.IsOpen)
            Why = (await queue.ClockAsync(Case.Complaint.Organisation, Case.Complaint.At, cancellationToken)).Answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var outcome = await mediator.Send(new AnswerComplaint(Id, Outcome, Text, User.Actor()), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/desk/complaints/{Id}");
    }
}
