using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Effects;

internal sealed class FindEffectInputHandler(PublicServicesDbContext db, ProcedureBook procedures, ReferenceBook reference, TimeProvider clock)
    : IRequestHandler<FindEffectInput, EffectInput>
{
    public async Task<EffectInput> Handle(FindEffectInput request, CancellationToken cancellationToken)
    {
        var asked = await db.EffectRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RequestId, cancellationToken)
            ?? throw new NotFoundException("effect request");
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == asked.DossierId, cancellationToken);
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var action = procedure.Step(asked.StepId).Action(asked.ActionId)!;
        var fields = MappedAnswers.Build(procedure.Effects[action.Effect!].Mappings, dossier.AllAnswers(), dossier.ApplicantId);
        var results = await db.Results.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.At)
            .Select(r => new DossierResult(r.Kind, r.Path, r.IsFinal)).ToListAsync(cancellationToken);
        return new EffectInput(
            asked.Effect, JsonSerializer.SerializeToElement(fields), dossier.Id, dossier.Code.Value, dossier.ProcedureCode,
            dossier.ApplicantId, dossier.DecidingOrganisation, DecidingUnit(dossier, procedure), asked.DecidedByPersonId, asked.RequestedAt, results);
    }

    // The commune it was filed under may have gone into another since: the dossier went with it, and says which.
    private string DecidingUnit(Dossier dossier, Procedure procedure) => reference.Current.FindUnit(dossier.UnitCode, clock.Today()) is null
        ? AnswerValues.Text(dossier.Answers[procedure.CompetentUnitField]) ?? dossier.UnitCode
        : dossier.UnitCode;
}
