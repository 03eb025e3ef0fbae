using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>A dossier with the procedure's version it is bound to and what its pages draw from.</summary>
internal sealed record DossierView(
    Dossier Dossier, Procedure Procedure, IReadOnlyList<DossierStep> History, IReadOnlyList<DossierResultRow> Results)
{
    public Step Step => Procedure.Step(Dossier.StepId);
    public DossierState State => DossierLifecycle.Of(Dossier.State);
    public bool IsFinished => State.Group == StateGroup.Finished;

    /// <summary>What its state, or else its step, means to the applicant.</summary>
    public Words CitizenWords => State.ForCitizen ?? Step.ForCitizen;

    /// <summary>Whether the applicant may take it back now.</summary>
    public bool MayWithdraw => Dossier.Allows(BuiltIn.Withdraw, DossierParty.Applicant);

    /// <summary>The last request for a supplement, with its reasons by field.</summary>
    public DossierStep? LastSupplement => History.LastOrDefault(h => h.Reasons is { Count: > 0 });

    /// <summary>The refusal as issued, with its ground; a proposed one is the office's own affair until then.</summary>
    public (Ground Ground, string? Comment)? Refusal =>
        Dossier.State is DossierLifecycle.NotAccepted or DossierLifecycle.Stopped
        && History.LastOrDefault(h => h.Ground is not null) is { } said
        && Procedure.RefusalGrounds.FirstOrDefault(g => g.Code == said.Ground) is { } ground
            ? (ground, said.Comment)
            : null;

    /// <summary>Done, current or to come, for the bar of the procedure's stages.</summary>
    public string StageState(Stage stage)
    {
        var stages = Procedure.Stages.ToList();
        var here = stages.FindIndex(s => s.Id == Step.Stage);
        var at = stages.IndexOf(stage);
        if (IsFinished)
            return "done";
        return at < here ? "done" : at == here ? "current" : "todo";
    }

    public static async Task<DossierView> LoadAsync(
        PublicServicesDbContext db, ProcedureBook procedures, Dossier dossier, CancellationToken cancellationToken)
    {
        var history = await db.Steps.AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var results = await db.Results.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.At).ToListAsync(cancellationToken);
        return new DossierView(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), history, results);
    }
}
