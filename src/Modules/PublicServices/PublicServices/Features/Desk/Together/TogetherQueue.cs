using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>Dossiers of one step that wait for the actor, and the action that all of them can take at once.</summary>
internal sealed record TogetherLine(Procedure Procedure, Step Step, StepAction Action, int Count);

/// <summary>
/// What can be done for many dossiers at once: the likely action of a step that asks nothing and carries out what was
/// examined before (signing, entering). Looking at each dossier first stays one tap away.
/// </summary>
internal sealed class TogetherQueue(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock)
{
    /// <summary>Most at once.</summary>
    public const int Most = 50;

    public async Task<IReadOnlyList<TogetherLine>> FindAsync(DeskScope scope, CancellationToken cancellationToken)
    {
        var able = scope.Procedures.SelectMany(p => p.Steps).Where(step => ActionOf(step) is not null).Select(step => step.Id).Distinct().ToArray();
        var steps = await Ready(scope).Where(d => able.Contains(d.StepId))
            .GroupBy(d => new { d.ProcedureCode, d.ProcedureVersion, d.StepId })
            .Select(g => new { g.Key, Count = g.Count() }).Where(g => g.Count > 1).ToListAsync(cancellationToken);
        return
        [
            .. from found in steps
               let procedure = procedures.Get(found.Key.ProcedureCode, found.Key.ProcedureVersion)
               let step = procedure.Step(found.Key.StepId)
               let action = ActionOf(step)
               where action is not null
               orderby found.Count descending
               select new TogetherLine(procedure, step, action, found.Count),
        ];
    }

    /// <summary>The dossiers of a step, least time left first.</summary>
    public Task<List<Dossier>> ReadAsync(DeskScope scope, Procedure procedure, Step step, CancellationToken cancellationToken) =>
        DeskScope.InOrder(
            Ready(scope).Where(d => d.ProcedureCode == procedure.Code && d.ProcedureVersion == procedure.Version && d.StepId == step.Id),
            DeskTab.Mine, DeskSort.Due).Take(Most).ToListAsync(cancellationToken);

    /// <summary>The action that may be taken for many at once; null where the step has none.</summary>
    public static StepAction? ActionOf(Step step) =>
        step.Actions.FirstOrDefault(a => a is { Likely: true, Kind: ActionKind.Effect, Asks: ActionAsks.None });

    private IQueryable<Dossier> Ready(DeskScope scope) =>
        scope.InTab(db.Dossiers.AsNoTracking(), DeskTab.Mine, clock.GetUtcNow()).Where(d => d.PendingEffectId == null);
}
