using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers.Withdraw;

/// <summary>The applicant takes a dossier back, with a reason, before anything of it is in a register.</summary>
internal sealed record WithdrawDossier(Guid DossierId, string? Reason, Actor Actor) : IRequest<Result<DossierCode>>;

internal sealed class WithdrawDossierHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, TimeProvider clock, IStringLocalizer<FlowTexts> texts, IStringLocalizer<Texts> general)
    : IRequestHandler<WithdrawDossier, Result<DossierCode>>
{
    private const int LongestReason = 1000;

    public async Task<Result<DossierCode>> Handle(WithdrawDossier command, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == command.DossierId, cancellationToken) ?? throw new NotFoundException("dossier");
        if (DossierAccess.PartyOf(dossier, command.Actor) != DossierParty.Applicant)
            throw new NotFoundException("dossier");
        if (!dossier.Allows(BuiltIn.Withdraw, DossierParty.Applicant))
            return new Error("withdraw.too-late", texts[dossier.PendingEffectId is null ? "withdraw.too-late" : "withdraw.running"]);
        if (VietnameseText.CleanLines(command.Reason) is not { } reason)
            return new Error("withdraw.reason-missing", texts["withdraw.missing"], "Reason");
        if (reason.Length > LongestReason)
            return new Error("withdraw.reason-too-long", general["comment.too-long", LongestReason], "Reason");
        try
        {
            await flow.WithdrawAsync(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), reason, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (CalendarYearNotLoadedException missing)
        {
            await OperatorNotices.CalendarYearMissingAsync(db, missing, clock.GetUtcNow(), cancellationToken);
            return new Error("calendar.year-missing", general["refused.calendar-year", missing.Year]);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Error("dossier.moved-on", general["refused.moved-on"]);
        }
        return dossier.Code;
    }
}
