using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;
using Unit = Project06.ReferenceData.Contracts.Unit;

namespace Project06.PublicServices.Jobs;

/// <summary>
/// Open dossiers of a commune that went into another go to that one's offices, as they stand. Where it was split, or no table
/// says into which, or the new offices aren't there yet, the administrator is told and nothing is moved.
/// </summary>
internal sealed class FollowMergedCommunes(IServiceScopeFactory scopes, ReferenceBook reference, TimeProvider clock) : IScheduledJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (today, book) = (clock.Today(), reference.Current);
        foreach (var unit in (await OpenUnitsAsync(cancellationToken)).Where(code => book.FindUnit(code, today) is null))
        {
            if (book.StandingFor(unit, today) is not [{ Level: UnitLevel.Commune } successor])
            {
                await NoteAsync(unit, $"Xã, phường {unit} không còn; chưa rõ hồ sơ đang xử lý ở đó thuộc nơi nào.", cancellationToken);
                continue;
            }
            foreach (var id in await OpenDossiersAsync(unit, cancellationToken))
                await MoveAsync(id, unit, successor, cancellationToken);
        }
    }

    private async Task<List<string>> OpenUnitsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Dossiers.Where(d => d.EndedAt == null).Select(d => d.UnitCode).Distinct().ToListAsync(cancellationToken);
    }

    // What an effect is under way for is moved the next time.
    private async Task<List<Guid>> OpenDossiersAsync(string unit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Dossiers.Where(d => d.UnitCode == unit && d.EndedAt == null && d.PendingEffectId == null).Select(d => d.Id).ToListAsync(cancellationToken);
    }

    private async Task MoveAsync(Guid id, string unit, Unit successor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, mediator) = (Db(scope), scope.ServiceProvider.GetRequiredService<IMediator>());
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id, cancellationToken);
        var procedure = scope.ServiceProvider.GetRequiredService<ProcedureBook>().Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var receiving = await mediator.Send(new FindOrganisation(procedure.Offices.Receiving.Kind, successor.Code), cancellationToken);
        var deciding = await mediator.Send(new FindOrganisation(procedure.Offices.Deciding.Kind, successor.Code), cancellationToken);
        if (receiving is null || deciding is null)
        {
            await NoteAsync(unit, $"{successor.FullName} chưa có cơ quan nhận hồ sơ của xã, phường {unit} đã nhập vào.", cancellationToken);
            return;
        }
        if (!dossier.IsOpen || dossier.PendingEffectId is not null
            || (dossier.ReceivingOrganisation == receiving.Code && dossier.DecidingOrganisation == deciding.Code))
            return;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<DossierFlow>().MoveToSuccessorsAsync(
                dossier, procedure, new SuccessorOffices(successor.Code, receiving.Code, deciding.Code), Said(unit, successor), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted in the same moment; the next run moves what they left.
        }
    }

    private string Said(string unit, Unit successor)
    {
        var before = reference.Current.UnitVersions(unit).LastOrDefault()?.FullName ?? unit;
        var law = reference.Current.Successors(unit).LastOrDefault(row => row.NewCode == successor.Code)?.LegalBasis;
        return $"{before} → {successor.FullName}" + (law is null ? "" : $" ({law})");
    }

    private async Task NoteAsync(string unit, string text, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var key = $"merged-{unit}";
        await Db(scope).Database.ExecuteSqlAsync(
            $"INSERT INTO public_services.operator_notices (key, text, at) VALUES ({key}, {text}, {clock.GetUtcNow()}) ON CONFLICT (key) DO NOTHING", cancellationToken);
    }

    private static PublicServicesDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PublicServicesDbContext>();
}
