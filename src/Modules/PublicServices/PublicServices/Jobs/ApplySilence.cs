using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Jobs;

/// <summary>
/// The applicant, or who was asked for consent, said nothing in time: the dossier goes to the step its procedure names.
/// A draft not answered is agreed to; a supplement not brought stops the dossier.
/// </summary>
internal sealed class ApplySilence(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ApplySilence> log) : IScheduledJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Each dossier in a scope of its own: one that can't go on leaves nothing behind for the next.
        var stuck = 0;
        foreach (var id in await SilentAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await ApplyAsync(scope.ServiceProvider, id, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                stuck++;
                log.LogError(exception, "Silence can't be applied to dossier {DossierId}", id);
            }
        }
        if (stuck > 0)
            throw new InvalidOperationException($"{stuck} dossiers can't go on; the log says which and why.");
    }

    private async Task<List<Guid>> SilentAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<PublicServicesDbContext>().Dossiers
            .Where(d => d.SilenceAt <= now && d.PendingEffectId == null && d.EndedAt == null)
            .OrderBy(d => d.SilenceAt).Select(d => d.Id).ToListAsync(cancellationToken);
    }

    private async Task ApplyAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PublicServicesDbContext>();
        var now = clock.GetUtcNow();
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id, cancellationToken);
        // The answer may have come since the list was read.
        if (!dossier.IsOpen || dossier.PendingEffectId is not null || !(dossier.SilenceAt <= now))
            return;
        try
        {
            var procedure = services.GetRequiredService<ProcedureBook>().Get(dossier.ProcedureCode, dossier.ProcedureVersion);
            if (procedure.Step(dossier.StepId).Silence is not { } silence)
                throw new InvalidOperationException($"Step {dossier.StepId} says nothing about silence.");
            await services.GetRequiredService<DossierFlow>().MoveAsync(
                dossier, procedure, DossierFlow.Silence, procedure.Step(silence.To), startsClock: false, Mover.Time, new ActionInput(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted in the same moment; their action stands.
        }
        catch (CalendarYearNotLoadedException missing)
        {
            await OperatorNotices.CalendarYearMissingAsync(db, missing, now, cancellationToken);
        }
    }
}
