using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.Counter;

/// <summary>
/// Lets the clerk of a visit work on the drafts taken up in it, as long as the citizen's yes holds. Everybody else meets the
/// pages as themselves, and finds other people's drafts nowhere. A clerk whose visit is over is led back to it, where it says so:
/// nothing of the draft is shown, and nothing more is put into it.
/// </summary>
internal sealed class HelpedDraftFilter(PublicServicesDbContext db, TimeProvider clock) : IAsyncPageFilter
{
    private Guid? over;

    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext;
        if (request.User.FindActor() is not { Posts.Count: > 0 } actor || !Guid.TryParse(context.RouteData.Values["id"]?.ToString(), out var draft))
            return;
        var visit = await (
            from helped in db.Drafts.AsNoTracking()
            where helped.Id == draft && helped.VisitId != null
            join one in db.Visits.AsNoTracking() on helped.VisitId equals one.Id
            where one.ClerkId == actor.PersonId
            select one).SingleOrDefaultAsync(request.RequestAborted);
        if (visit is null)
            return;
        if (!visit.HasYes(clock.GetUtcNow()))
        {
            over = visit.Id;
            return;
        }
        if (actor.Posts.FirstOrDefault(p => p.OrganisationCode == visit.Organisation && p.Role == visit.Role) is { } post)
            request.User = request.User.WorkingFor(visit.CitizenId!.Value, new Helper(actor.PersonId, post, visit.Id));
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (over is { } visit)
            context.Result = new RedirectResult(CounterLinks.Visit(visit));
        else
            await next();
    }
}
