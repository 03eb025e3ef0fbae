using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.ActivateForOthers;

/// <summary>A clerk finds the person who stands before them, by number; and sees today's own activations, without names.</summary>
internal sealed class FindPersonModel(
    EIdentificationDbContext db, IMediator mediator, TimeProvider clock, IStringLocalizer<Texts> texts, IStringLocalizer<AccountTexts> accountTexts)
    : PageModel, ILoadsPage
{
    [BindProperty] public string? Number { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<Activation> Today { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IdentityNumber.TryParse(Number, null, out var number))
            return await this.RefuseAsync(new Error("number-shape", texts["sign-in.number-shape"], nameof(Number)), cancellationToken);
        var person = await mediator.Send(new FindPersonByNumber(
            number.Digits, [PersonFields.Name, PersonFields.BirthDate], Clerks.Access(User.Actor())), cancellationToken);
        return person is null
            ? await this.RefuseAsync(new Error("clerk.nobody", accountTexts["clerk.nobody"], nameof(Number)), cancellationToken)
            : RedirectToPage("/ActivateForOthers/OfferCode", new { id = person.PersonId });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (own, midnight) = (User.Actor().AccountId, clock.Today().At(TimeOnly.MinValue).ToUniversalTime());
        Today = await db.Activations.AsNoTracking().Where(a => a.ClerkAccount == own && a.CreatedAt >= midnight)
            .OrderByDescending(a => a.CreatedAt).Take(50).ToListAsync(cancellationToken);
    }
}
