using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk.Assign;

/// <summary>
/// An official takes a dossier on, hands it to a colleague of the acting role, or gives it back to all of them. Whoever
/// holds the acting role may do each: nobody's absence keeps a dossier.
/// </summary>
/// <param name="To">The colleague; null: back to all of them.</param>
/// <param name="Seen">What the official had before them: what has changed since isn't overwritten unseen.</param>
internal sealed record AssignDossier(Guid DossierId, Guid? To, Actor Actor, SeenAtDesk? Seen = null) : IRequest<Result<DossierCode>>;

/// <summary>Where a dossier stood, and who had it, on the page that was sent.</summary>
internal sealed record SeenAtDesk(string Step, Guid? Holder);

internal sealed class AssignDossierHandler(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
    : IRequestHandler<AssignDossier, Result<DossierCode>>
{
    public const string Taken = "desk.taken", Handed = "desk.handed", GivenBack = "desk.given-back";

    public async Task<Result<DossierCode>> Handle(AssignDossier command, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == command.DossierId, cancellationToken)
            ?? throw new NotFoundException("dossier");
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var step = procedure.Step(dossier.StepId);
        var seen = command.Seen is { } page ? procedure.Steps.FirstOrDefault(s => s.Id == page.Step) ?? throw new NotFoundException("step") : step;
        var post = DossierAccess.PostFor(dossier, seen, command.Actor) ?? throw new NotFoundException("dossier");
        if (seen.Id != step.Id || !dossier.IsOpen)
            return new Error("dossier.moved-on", texts["hand.moved-on"]);
        if (command.To is { } to)
        {
            var colleagues = await mediator.Send(new FindOfficials(post.OrganisationCode, post.Role), cancellationToken);
            if (colleagues.All(c => c.PersonId != to) || to == dossier.ApplicantId || AnswerValues.PersonIds(dossier.Answers).Contains(to))
                return new Error("desk.not-a-colleague", texts["hand.not-a-colleague"], "To");
        }
        if (dossier.Holder == command.To)
            return dossier.Code;
        if (command.Seen is { } before && before.Holder != dossier.Holder)
            return new Error("desk.taken-meanwhile", texts["hand.taken-meanwhile"]);

        var now = clock.GetUtcNow();
        dossier.HandTo(command.To);
        db.Add(new DossierStep
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            At = now,
            Action = command.To is null ? GivenBack : command.To == command.Actor.PersonId ? Taken : Handed,
            FromStep = step.Id,
            ToStep = step.Id,
            State = dossier.State,
            ByPersonId = command.Actor.PersonId,
            ByOrganisation = post.OrganisationCode,
            ByRole = post.Role,
        });
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
}
