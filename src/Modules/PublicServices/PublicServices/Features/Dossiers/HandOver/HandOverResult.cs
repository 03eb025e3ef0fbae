using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;

namespace Project06.PublicServices.Features.Dossiers.HandOver;

/// <summary>The receiving office records that the applicant has the result, and how they got it.</summary>
internal sealed record HandOverResult(Guid DossierId, HandOverMethod? Method, Actor Actor) : IRequest<Result<DossierCode>>;

internal sealed class HandOverResultHandler(
    PublicServicesDbContext db, DossierFlow flow, IStringLocalizer<FlowTexts> texts, IStringLocalizer<Texts> general)
    : IRequestHandler<HandOverResult, Result<DossierCode>>
{
    public async Task<Result<DossierCode>> Handle(HandOverResult command, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == command.DossierId, cancellationToken) ?? throw new NotFoundException("dossier");
        if (DossierAccess.PartyOf(dossier, command.Actor) != DossierParty.ReceivingOffice)
            throw new NotFoundException("dossier");
        if (!dossier.Allows(BuiltIn.HandOver, DossierParty.ReceivingOffice))
            return new Error("hand-over.not-now", texts["hand-over.not-now"]);
        if (command.Method is not { } method)
            return new Error("hand-over.method-missing", texts["hand-over.missing"], "Method");
        var post = command.Actor.AtDesk().First(p => p.OrganisationCode == dossier.ReceivingOrganisation);
        try
        {
            flow.HandOverTo(dossier, method, new Mover(command.Actor.PersonId, post.OrganisationCode, post.Role));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Error("dossier.moved-on", general["refused.moved-on"]);
        }
        return dossier.Code;
    }
}
