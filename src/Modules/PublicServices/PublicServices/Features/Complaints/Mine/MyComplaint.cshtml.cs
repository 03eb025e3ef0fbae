using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.PublicServices.Features.Complaints.Mine;

/// <summary>Complaining about one's own dossier: what was said, until when it is answered and why then, the answer, answering back once.</summary>
internal sealed class MyComplaintModel(
    PublicServicesDbContext db, ProcedureBook procedures, ComplaintQueue queue, ComplaintLimitBook limits, IMediator mediator, TimeProvider clock,
    IStringLocalizer<CitizenTexts> texts)
    : PageModel, ILoadsPage
{
    private IReadOnlyList<Organisation> offices = [];

    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? Text { get; set; }
    public Dossier Dossier { get; private set; } = null!;
    public Procedure Procedure { get; private set; } = null!;
    public IReadOnlyList<Complaint> Complaints { get; private set; } = [];
    public WorkingDeadline? Why { get; private set; }
    public string Office { get; private set; } = "";
    public bool MayFollow => Complaints.Count > 0 && Complaints[^1].MayFollow(LimitsOf(Complaints[^1]), clock.GetUtcNow());
    /// <summary>What would hold for a complaint filed now.</summary>
    public ComplaintLimits Limits => limits.At(clock.GetUtcNow());
    public ComplaintLimits LimitsOf(Complaint complaint) => limits.Of(complaint);
    public bool MayFile => Complaints.All(c => !c.IsOpen);
    public IReadOnlyList<FieldOption> Subjects => [.. Complaint.Subjects.Select(s => new FieldOption(s, texts[$"complaint.subject.{s}"]))];
    public string NameOf(Complaint complaint) => OpinionWords.Name(offices, complaint.Organisation);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Procedure = procedures.Get(Dossier.ProcedureCode, Dossier.ProcedureVersion);
        Complaints = await db.Complaints.AsNoTracking().Where(c => c.DossierId == Dossier.Id).OrderBy(c => c.At).ToListAsync(cancellationToken);
        var office = ComplaintQueue.OfficeOf(Dossier, Procedure.Step(Dossier.StepId));
        offices = await mediator.Send(new FindOrganisations([.. Complaints.Select(c => c.Organisation).Append(office).Distinct()]), cancellationToken);
        Office = OpinionWords.Name(offices, office);
        if (Complaints.FirstOrDefault(c => c.IsOpen) is { } open)
            Why = (await queue.ClockAsync(open.Organisation, open.At, cancellationToken)).Answer;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        var outcome = await mediator.Send(new FileComplaint(dossier, string.IsNullOrEmpty(Subject) ? null : Subject, Text), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/dossiers/{Code}/complaint");
    }
}
