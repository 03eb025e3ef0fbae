using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.OfficialForms;

namespace Project06.PublicServices.Jobs;

/// <summary>Signs and keeps the forms that weigh (supplement, refusal, apology, stop) soon after they were issued.
/// Receipts are many and mostly read on a screen: theirs are made when somebody asks.</summary>
internal sealed class PrintOfficialForms(IServiceScopeFactory scopes) : IScheduledJob
{
    private const int AtOnce = 20;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<PublicServicesDbContext>().Set<OfficialForm>().AsNoTracking()
            .Where(f => f.FileId == null && f.Kind != FormKinds.Receipt).OrderBy(f => f.IssuedAt).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var form in waiting)
        {
            await using var own = scopes.CreateAsyncScope();
            await own.ServiceProvider.GetRequiredService<FormPrinter>().FileOfAsync(form, cancellationToken);
        }
    }
}
