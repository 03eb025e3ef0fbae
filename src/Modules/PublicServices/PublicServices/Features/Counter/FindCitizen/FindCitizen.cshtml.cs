using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Counter.FindCitizen;

/// <summary>
/// Finding who stands at the counter. What is sought is posted, so that no name or number stands in an address; each hit is
/// on the ledger, and a visit can be begun only with somebody found here a moment ago.
/// </summary>
internal sealed class FindCitizenModel(
    IMediator mediator, ReferenceBook reference, IDataProtectionProvider protection, TimeProvider clock, IStringLocalizer<CounterTexts> texts)
    : PageModel, ILoadsPage
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("public-services.counter-hit").ToTimeLimitedDataProtector();

    [BindProperty] public string? Sought { get; set; }
    [BindProperty] public DateOnly? BornOn { get; set; }
    public IReadOnlyList<PersonHit>? Hits { get; private set; }

    public Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        var post = CounterPost.Of(User.Actor()) ?? throw new NotFoundException("post");
        var sought = FindCitizen.Sought.Read(Sought, BornOn);
        if (ModelState.ErrorCount == 0 && !sought.IsComplete)
            ModelState.AddModelError(nameof(Sought), texts[sought.Name is null ? "find.missing" : "find.birth-missing"]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var access = AccessContext.Official(User.Actor(), post, AccessPurposes.Search);
        Hits = await mediator.Send(new SearchPeople(sought.Number, sought.Name, sought.BirthDate, access), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(string? citizen, CancellationToken cancellationToken)
    {
        if (CounterPost.Of(User.Actor()) is not { } post || Uncover(citizen) is not { } person)
            throw new NotFoundException("citizen");
        var outcome = await mediator.Send(new StartVisit(person, post, User.Actor()), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(CounterLinks.Visit(outcome.Value));
    }

    public string Cover(PersonHit hit) => protector.Protect($"{User.Actor().PersonId}/{hit.PersonId}", Moment);

    public string Unit(PersonHit hit)
    {
        var unit = reference.Current.FindUnit(hit.ResidenceUnit, clock.Today());
        return (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? unit?.FullNameEn : unit?.FullName) ?? hit.ResidenceUnit;
    }

    private Guid? Uncover(string? covered)
    {
        try
        {
            var parts = protector.Unprotect(covered ?? "").Split('/');
            return parts[0] == User.Actor().PersonId.ToString() ? Guid.Parse(parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
