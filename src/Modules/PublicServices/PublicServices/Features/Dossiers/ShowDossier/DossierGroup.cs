using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers.ShowDossier;

/// <summary>One of the procedures that a form leads to.</summary>
/// <param name="Filed">Its dossier; null while it isn't filed.</param>
/// <param name="IsHere">Whether it is the one whose page this is.</param>
/// <param name="IsDraft">Whether it waits for the applicant to complete it.</param>
internal sealed record GroupLine(Procedure Procedure, DossierView? Filed, bool IsHere = false, bool IsDraft = false);

/// <summary>The dossiers of one group in the order of filing, then what waits for the applicant, then what is still to come.</summary>
internal sealed class DossierGroup(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock)
{
    public async Task<IReadOnlyList<GroupLine>> OfAsync(Dossier dossier, Procedure procedure, CancellationToken cancellationToken)
    {
        var filed = dossier.GroupId is { } group
            ? await db.Dossiers.AsNoTracking().Where(d => d.GroupId == group && d.ApplicantId == dossier.ApplicantId)
                .OrderBy(d => d.FiledAt).ThenBy(d => d.Id).ToListAsync(cancellationToken)
            : [dossier];
        var ids = filed.Select(d => d.Id).ToArray();
        var begun = await db.Drafts.AsNoTracking().Where(d => d.FollowsId != null && ids.Contains(d.FollowsId.Value) && d.FiledAt == null)
            .Select(d => new { d.ProcedureCode, d.ProcedureVersion }).ToListAsync(cancellationToken);
        List<GroupLine> lines =
        [
            .. filed.Select(d => (Dossier: d, Procedure: procedures.Get(d.ProcedureCode, d.ProcedureVersion)))
                .Select(d => new GroupLine(d.Procedure, new DossierView(d.Dossier, d.Procedure, [], []), d.Dossier.Id == dossier.Id)),
            .. begun.Select(d => new GroupLine(procedures.Find(d.ProcedureCode, clock.Today()) ?? procedures.Get(d.ProcedureCode, d.ProcedureVersion), null, IsDraft: true)),
        ];
        var coming = ToCome(dossier, procedure).Where(next => lines.All(line => line.Procedure.Code != next.Code)).ToList();
        return [.. lines, .. coming.Select(next => new GroupLine(next, null))];
    }

    // What ended without a result leads to nothing more.
    private IEnumerable<Procedure> ToCome(Dossier dossier, Procedure procedure)
    {
        if (!dossier.IsOpen && dossier.State is not (DossierLifecycle.Finished or DossierLifecycle.HandedOver))
            return [];
        var answers = dossier.AllAnswers();
        return procedure.FollowedBy.Where(next => next.When?.Holds(field => AnswerValues.Text(answers[field])) ?? true)
            .Select(next => procedures.Find(next.Procedure, clock.Today())).OfType<Procedure>();
    }
}
