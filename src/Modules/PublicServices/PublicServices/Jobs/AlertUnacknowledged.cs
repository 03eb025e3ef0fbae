using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Jobs;

/// <summary>A dossier that another one filed wasn't taken up in time: its office sees an alert on the desk, once, until it is.</summary>
internal sealed class AlertUnacknowledged(IServiceScopeFactory scopes, TimeProvider clock) : IScheduledJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PublicServicesDbContext>();
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO public_services.dossier_alerts (id, dossier_id, organisation, kind, at)
            SELECT gen_random_uuid(), d.id, d.receiving_organisation, {DossierAlert.NotAcknowledged}, {now}
            FROM public_services.dossiers d WHERE d.acknowledge_by <= {now} AND d.ended_at IS NULL
            ON CONFLICT (dossier_id, kind) DO NOTHING
            """, cancellationToken);
    }
}
