using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Deceased;

/// <summary>An office settles an alert: it has looked; or it ends the dossier of somebody who died.</summary>
/// <param name="Stop">Whether the dossier ends (only where its applicant died); else it goes on.</param>
internal sealed record SettleAlert(Guid AlertId, bool Stop, Actor Actor) : IRequest<Result<DossierCode>>;

internal sealed class StopForDeathHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
    : IRequestHandler<SettleAlert, Result<DossierCode>>
{
    public const string Action = "desk.applicant-died";

    public async Task<Result<DossierCode>> Handle(SettleAlert command, CancellationToken cancellationToken)
    {
        var alert = await db.Alerts.SingleOrDefaultAsync(a => a.Id == command.AlertId, cancellationToken) ?? throw new NotFoundException("alert");
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == alert.DossierId, cancellationToken);
        if (DossierAccess.PostFor(dossier, command.Actor) is not { } post || DossierAccess.Concerns(dossier, command.Actor))
            throw new NotFoundException("alert");
        if (alert.SettledAt is not null)
            return dossier.Code;
        var now = clock.GetUtcNow();
        if (command.Stop)
        {
            if (alert.Kind != DossierAlert.ApplicantDied || !dossier.IsOpen || dossier.PendingEffectId is not null)
                return new Error("alert.not-now", texts["alert.not-now"]);
            await flow.StopForDeathAsync(
                dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion),
                new Mover(command.Actor.PersonId, post.OrganisationCode, post.Role), cancellationToken);
        }
        alert.Settle(now);
        await TellAsync(alert, dossier, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Error("dossier.moved-on", texts["hand.moved-on"]);
        }
        return dossier.Code;
    }

    // The page of a death's consequences waits for the last of them.
    private async Task TellAsync(DossierAlert alert, Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (alert.Kind != DossierAlert.ApplicantDied || alert.DeathEntryId is not { } entry)
            return;
        var open = await db.Alerts.CountAsync(a => a.Kind == alert.Kind && a.DeathEntryId == entry && a.SettledAt == null && a.Id != alert.Id, cancellationToken);
        db.Raise(new DeathConsequenceRecorded(
            entry, dossier.ApplicantId, ConsequenceKinds.Dossiers, open == 0 ? ConsequenceState.Done : ConsequenceState.Waiting,
            open == 0 ? 1 : open, open == 0 ? null : alert.Organisation, now));
    }
}
