using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Counter;

namespace Project06.PublicServices.Features.MyVisits;

/// <param name="Code">The code to tell the clerk, while one is asked for.</param>
internal sealed record VisitLine(CounterVisit Visit, string Office, string? Code, bool IsOpen);

/// <summary>Who helps me at a counter: the code to tell them, and a way to say no at any moment.</summary>
internal sealed class MyVisitsModel(PublicServicesDbContext db, VisitCode codes, IMediator mediator, TimeProvider clock) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<VisitLine> Visits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (me, now) = (User.Actor().PersonId, clock.GetUtcNow());
        var visits = await db.Visits.AsNoTracking().Where(v => v.CitizenId == me).OrderByDescending(v => v.StartedAt).Take(Most).ToListAsync(cancellationToken);
        var offices = await mediator.Send(new FindOrganisations([.. visits.Select(v => v.Organisation).Distinct()]), cancellationToken);
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        Visits = [.. visits.Select(v => new VisitLine(
            v, offices.FirstOrDefault(o => o.Code == v.Organisation) is { } office ? english ? office.NameEn : office.Name : v.Organisation,
            v.IsOpen(now) ? codes.Show(v) : null, v.IsOpen(now)))];
    }

    public async Task<IActionResult> OnPostAsync(Guid visit, CancellationToken cancellationToken)
    {
        var mine = await db.Visits.SingleOrDefaultAsync(v => v.Id == visit && v.CitizenId == User.Actor().PersonId, cancellationToken)
            ?? throw new NotFoundException("visit");
        mine.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(CounterLinks.Mine);
    }
}
