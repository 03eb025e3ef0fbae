using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>A dossier as an official has it before them.</summary>
/// <param name="Step">Where it stands.</param>
/// <param name="SeenFrom">The post from which it is seen.</param>
/// <param name="Acting">The post that takes the actions of the step; null when another role or nobody here does.</param>
internal sealed record DeskCase(Dossier Dossier, Procedure Procedure, Step Step, Actor Actor, ActorPost SeenFrom, ActorPost? Acting)
{
    /// <summary>Receiving looks at steps of the receiving office; whoever else looks, decides.</summary>
    public AccessContext Access => AccessContext.Official(
        Actor, SeenFrom, Step.Office == OfficePlace.Receiving ? AccessPurposes.Receive : AccessPurposes.Decide,
        Procedure.Code, Dossier.Code.Value);

    /// <summary>Actions of the step in the order of the desk: likely first, danger last.</summary>
    public IEnumerable<StepAction> Actions => Acting is null ? [] : Step.Actions
        .Where(action => Dossier.WhyNot(Step, action) is null)
        .OrderBy(action => action.Danger).ThenBy(action => !action.Likely);

    /// <summary>The dossier of that code, where it lies with one of the actor's offices.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another office's.</exception>
    public static async Task<DeskCase> FindAsync(
        PublicServicesDbContext db, ProcedureBook procedures, string code, Actor actor, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(code, null, out var parsed))
            throw new NotFoundException("dossier");
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == parsed, cancellationToken)
            ?? throw new NotFoundException("dossier");
        var seenFrom = DossierAccess.PostFor(dossier, actor) ?? throw new NotFoundException("dossier");
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var step = procedure.Step(dossier.StepId);
        var acting = DossierAccess.PostFor(dossier, step, actor);
        return new DeskCase(dossier, procedure, step, actor, acting ?? seenFrom, acting);
    }
}
