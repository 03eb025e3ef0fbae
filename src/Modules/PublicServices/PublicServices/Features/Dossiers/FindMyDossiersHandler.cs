using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

internal sealed class FindMyDossiersHandler(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock)
    : IRequestHandler<FindMyDossiers, Contracts.MyDossiers>
{
    public async Task<Contracts.MyDossiers> Handle(FindMyDossiers request, CancellationToken cancellationToken)
    {
        var rows = await db.Dossiers.AsNoTracking().Where(d => d.ApplicantId == request.PersonId)
            .OrderByDescending(d => d.FiledAt).Take(request.Most).ToListAsync(cancellationToken);
        var drafts = await db.Drafts.CountAsync(d => d.ApplicantId == request.PersonId && d.FiledAt == null, cancellationToken);
        var unread = await db.Messages.CountAsync(m => m.PersonId == request.PersonId && m.ReadAt == null, cancellationToken);
        var morning = clock.Today().At(TimeOnly.MinValue);
        var helpAsked = await db.Visits.AnyAsync(
            v => v.CitizenId == request.PersonId && v.CoveredCode != null && v.EndedAt == null && v.StartedAt >= morning, cancellationToken);
        return new Contracts.MyDossiers([.. rows.Select(Line)], drafts, unread, helpAsked);
    }

    private MyDossierLine Line(Dossier dossier)
    {
        var view = new DossierView(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), [], []);
        return new MyDossierLine(
            dossier.Code.Value, view.Procedure.Name.Here, view.CitizenWords.Here,
            dossier.IsOpen && view.Step.Actor == StepActor.Applicant, dossier.SilenceAt,
            dossier.IsOpen ? dossier.PromisedAt : null, view.IsFinished,
            [.. view.Procedure.Stages.Select(s => (s.Name.Here, view.StageState(s)))]);
    }
}
