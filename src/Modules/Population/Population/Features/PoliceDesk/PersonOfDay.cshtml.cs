using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Features.IssueConfirmation;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Features.PoliceDesk;

/// <summary>A person of an open dossier as of a day, for the police that have the dossier; there is no other way in.</summary>
internal sealed class PersonOfDayModel(IMediator mediator, PaperPlaces places, TimeProvider clock) : PageModel
{
    private static readonly string[] Shown =
        [PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Residence, PersonFields.Marriage];

    public ActorPost Post { get; private set; } = null!;

    public string Dossier { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public Guid PersonId { get; private set; }

    public PersonAsOf? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? dossier, CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        if (dossier is null || await mediator.Send(new FindDossierScope(dossier), cancellationToken) is not { IsOpen: true } scope
            || !scope.PersonIds.Contains(id) || actor.PolicePosts().FirstOrDefault(p => scope.Organisations.Contains(p.OrganisationCode)) is not { } post)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        (Post, Dossier, PersonId) = (post, dossier, id);
        Day = DateOnly.TryParseExact(Request.Query["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on < clock.Today() ? on : clock.Today();
        Found = await mediator.Send(
            new FindPersonAsOf(id, Day, null, Shown, AccessContext.Official(actor, post, AccessPurposes.Decide, scope.ProcedureCode, dossier)), cancellationToken);
        return Page();
    }

    public string Place(ResidenceLine line) => places.Of(line.Address, line.UnitCode, Day);
}
