using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.Fees.Cash;

/// <summary>The clerk's own cash of a day, by organisation, and handing it in.</summary>
internal sealed class CashOfDayModel(PublicServicesDbContext db, IMediator mediator, TimeProvider clock) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public string? Day { get; set; }
    [BindProperty] public string? Organisation { get; set; }
    [BindProperty] public string? Counted { get; set; }

    public DateOnly Of => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : clock.Today();
    public IReadOnlyList<CashDay> Days { get; private set; } = [];

    public string NameOf(string organisation) => User.Actor().Posts.First(p => p.OrganisationCode == organisation).OrganisationName;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var days = new List<CashDay>();
        foreach (var organisation in actor.Posts.Select(p => p.OrganisationCode).Distinct().Where(o => FeeCase.PostIn(actor, o) is not null))
            days.Add(await CashDay.ReadAsync(db, actor.PersonId, organisation, Of, cancellationToken));
        Days = days;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (FeeCase.PostIn(User.Actor(), Organisation ?? "") is not { } post)
            throw new NotFoundException("post");
        var outcome = await mediator.Send(new PayInCash(User.Actor().PersonId, post.OrganisationCode, Of, VndInput.Read(Counted)), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect($"/fees/cash?day={Of.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }
}
