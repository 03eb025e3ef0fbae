using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Deceased;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk.Alerts;

internal sealed record AlertLine(DossierAlert Alert, Dossier Dossier, Procedure Procedure);

/// <summary>What an office must look after beyond its queue: applicants who died, follow-ups not taken up. Names nobody.</summary>
internal sealed class ListAlertsModel(PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator) : PageModel, ILoadsPage
{
    private const int Most = 100;

    public IReadOnlyList<AlertLine> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var mine = User.Actor().Desks();
        var rows = await (
            from alert in db.Alerts.AsNoTracking()
            where mine.Contains(alert.Organisation) && alert.SettledAt == null
            join dossier in db.Dossiers.AsNoTracking() on alert.DossierId equals dossier.Id
            orderby alert.At
            select new { alert, dossier }).Take(Most).ToListAsync(cancellationToken);
        Lines = [.. rows.Select(row => new AlertLine(row.alert, row.dossier, procedures.Get(row.dossier.ProcedureCode, row.dossier.ProcedureVersion)))];
    }

    public Task<IActionResult> OnPostSettleAsync(Guid alert, CancellationToken cancellationToken) => SettleAsync(alert, false, cancellationToken);

    public Task<IActionResult> OnPostStopAsync(Guid alert, CancellationToken cancellationToken) => SettleAsync(alert, true, cancellationToken);

    private async Task<IActionResult> SettleAsync(Guid alert, bool stop, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SettleAlert(alert, stop, User.Actor()), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(DeskLinks.Alerts);
    }
}
