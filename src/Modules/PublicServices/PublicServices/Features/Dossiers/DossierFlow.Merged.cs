using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>The offices that a dossier goes to when its commune was merged.</summary>
internal sealed record SuccessorOffices(string Unit, string Receiving, string Deciding);

// What becomes of a dossier whose commune was merged.
internal sealed partial class DossierFlow
{
    public const string OfficeMerged = "desk.office-merged";

    /// <summary>
    /// The offices of the commune that its commune went into have it from now on, with what was written and complained to the
    /// former ones and waits for an answer; its clock isn't touched. The running transaction keeps it together.
    /// </summary>
    /// <param name="said">From which commune into which, and by which resolution.</param>
    public async Task MoveToSuccessorsAsync(Dossier dossier, Procedure procedure, SuccessorOffices to, string said, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (id, received, decided) = (dossier.Id, dossier.ReceivingOrganisation, dossier.DecidingOrganisation);
        dossier.MoveToSuccessors(procedure.CompetentUnitField, to.Unit, to.Receiving, to.Deciding, procedure.Step(dossier.StepId));
        AddHistory(dossier, OfficeMerged, dossier.StepId, dossier.StepId, dossier.State, now, Mover.Time, new ActionInput(said));
        Tell(dossier, MessageKinds.OfficeMerged, now);
        await db.Letters.Where(l => l.DossierId == id && l.ReadAt == null && (l.Organisation == received || l.Organisation == decided))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Organisation, l => l.Organisation == received ? to.Receiving : to.Deciding), cancellationToken);
        await db.Complaints.Where(c => c.DossierId == id && c.AnsweredAt == null && (c.Organisation == received || c.Organisation == decided))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Organisation, c => c.Organisation == received ? to.Receiving : to.Deciding), cancellationToken);
        await db.Alerts.Where(a => a.DossierId == id && a.SettledAt == null && (a.Organisation == received || a.Organisation == decided))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Organisation, a => a.Organisation == received ? to.Receiving : to.Deciding), cancellationToken);
        await db.Opinions.Where(o => o.DossierId == id && o.AnsweredAt == null && (o.AskingOrganisation == received || o.AskingOrganisation == decided))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.AskingOrganisation, o => o.AskingOrganisation == received ? to.Receiving : to.Deciding), cancellationToken);
    }
}
