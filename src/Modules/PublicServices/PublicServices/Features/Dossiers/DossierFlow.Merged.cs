using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

// What becomes of a dossier whose commune was merged.
internal sealed partial class DossierFlow
{
    public const string OfficeMerged = "desk.office-merged";

    /// <summary>The offices of the commune that its commune went into have it from now on; its clock isn't touched.</summary>
    /// <param name="said">From which commune into which, and by which resolution.</param>
    public void MoveToSuccessors(Dossier dossier, Procedure procedure, string unit, string receiving, string deciding, string said)
    {
        var now = clock.GetUtcNow();
        dossier.MoveToSuccessors(procedure.CompetentUnitField, unit, receiving, deciding, procedure.Step(dossier.StepId));
        AddHistory(dossier, OfficeMerged, dossier.StepId, dossier.StepId, dossier.State, now, Mover.Time, new ActionInput(said));
        Tell(dossier, MessageKinds.OfficeMerged, now);
    }
}
