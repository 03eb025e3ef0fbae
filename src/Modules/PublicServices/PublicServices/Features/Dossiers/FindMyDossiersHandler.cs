using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

internal sealed class FindMyDossiersHandler(PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, TimeProvider clock)
    : IRequestHandler<FindMyDossiers, Contracts.MyDossiers>
{
    private const int MostDrafts = 3;

    private sealed record Counts(int Drafts, int Messages, int Consents, bool Help, int Papers);

    public async Task<Contracts.MyDossiers> Handle(FindMyDossiers request, CancellationToken cancellationToken)
    {
        var me = request.PersonId;
        var rows = await db.Dossiers.AsNoTracking().Where(d => d.ApplicantId == me)
            .OrderByDescending(d => d.FiledAt).Take(request.Most)
            .Select(d => new { Dossier = d, Letters = db.Letters.Count(l => l.DossierId == d.Id && l.FromOffice && l.ReadAt == null) })
            .ToListAsync(cancellationToken);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.ApplicantId == me && d.FiledAt == null)
            .OrderByDescending(d => d.SavedAt).Take(MostDrafts)
            .Select(d => new { d.ProcedureCode, d.ProcedureVersion, d.SavedAt }).ToListAsync(cancellationToken);
        var counts = await CountAsync(me, cancellationToken);

        var held = rows.Where(r => r.Dossier.ActingOrganisation is not null && r.Dossier.IsOpen).Select(r => r.Dossier.ActingOrganisation!).Distinct().ToList();
        var offices = held.Count == 0 ? [] : await mediator.Send(new FindOrganisations(held), cancellationToken);
        return new Contracts.MyDossiers([.. rows.Select(r => Line(r.Dossier, r.Letters, offices))], counts.Drafts, counts.Messages, counts.Help)
        {
            Drafts = [.. drafts.Select(d => new MyDraftLine(d.ProcedureCode, procedures.Get(d.ProcedureCode, d.ProcedureVersion).Name.Here, d.SavedAt))],
            ConsentsAsked = counts.Consents,
            Papers = counts.Papers,
        };
    }

    // All counts in one statement, each from an index.
    private Task<Counts> CountAsync(Guid me, CancellationToken cancellationToken)
    {
        var midnight = clock.GetUtcNow().LegalDate().At(TimeOnly.MinValue).ToUniversalTime();
        return db.Database.SqlQuery<Counts>($"""
            SELECT
                (SELECT count(*) FROM public_services.drafts WHERE applicant_id = {me} AND filed_at IS NULL)::int AS "Drafts",
                (SELECT count(*) FROM public_services.messages WHERE person_id = {me} AND read_at IS NULL)::int AS "Messages",
                (SELECT count(*) FROM public_services.consents WHERE person_id = {me} AND answered_at IS NULL)::int AS "Consents",
                EXISTS (SELECT 1 FROM public_services.counter_visits
                    WHERE citizen_id = {me} AND started_at >= {midnight} AND ended_at IS NULL AND covered_code IS NOT NULL) AS "Help",
                (SELECT count(*) FROM public_services.dossiers d JOIN public_services.dossier_results r ON r.dossier_id = d.id
                    WHERE d.applicant_id = {me} AND r.is_final)::int AS "Papers"
            """).SingleAsync(cancellationToken);
    }

    private MyDossierLine Line(Dossier dossier, int letters, IReadOnlyList<Organisation> offices)
    {
        var view = new DossierView(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), [], []);
        var waits = dossier.IsOpen && view.Step.Actor == StepActor.Applicant;
        return new MyDossierLine(
            dossier.Code.Value, view.Procedure.Name.Here, view.CitizenWords.Here, waits, dossier.SilenceAt,
            dossier.IsOpen ? dossier.PromisedAt : null, view.IsFinished,
            [.. view.Procedure.Stages.Select(s => (s.Name.Here, view.StageState(s)))])
        {
            Holder = dossier is { IsOpen: true, ActingOrganisation: { } office } ? OpinionWords.Name(offices, office) : null,
            Pays = waits && view.Step.Pays,
            UnreadLetters = letters,
        };
    }
}
