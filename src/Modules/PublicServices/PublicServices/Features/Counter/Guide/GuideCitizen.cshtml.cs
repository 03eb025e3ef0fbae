using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Counter.Guide;

/// <summary>Somebody was helped to file alone: counted apart, and nobody's data is opened for it.</summary>
internal sealed class GuideCitizenModel(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Procedure { get; set; }
    [FromQuery(Name = "recorded")] public bool Recorded { get; set; }
    public int Today { get; private set; }
    public IReadOnlyList<FieldOption> Procedures => [.. procedures.InForce(clock.Today()).Select(p => new FieldOption(p.Code, p.Name.Here))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var post = CounterPost.Of(User.Actor()) ?? throw new NotFoundException("post");
        var morning = clock.Today().At(TimeOnly.MinValue);
        Today = await db.Visits.CountAsync(v => v.Organisation == post.OrganisationCode && v.CitizenId == null && v.StartedAt >= morning, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var post = CounterPost.Of(actor) ?? throw new NotFoundException("post");
        var now = clock.GetUtcNow();
        var visit = new CounterVisit
        {
            Id = Guid.CreateVersion7(now),
            Organisation = post.OrganisationCode,
            OrganisationKind = post.OrganisationKind,
            Role = post.Role,
            ClerkId = actor.PersonId,
            StartedAt = now,
            GuidedProcedure = Procedure is { } code && procedures.Find(code, clock.Today()) is not null ? code : null,
        };
        visit.End(now);
        db.Add(visit);
        db.Raise(new CitizenHelped(visit.Id, visit.Organisation, post.UnitCode, Guided: true, now));
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(CounterLinks.Guide + "?recorded=true");
    }
}
