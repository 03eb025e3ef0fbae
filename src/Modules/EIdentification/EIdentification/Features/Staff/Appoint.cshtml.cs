using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Domain;
using Project06.Population.Contracts;
using Project06.Ui;

namespace Project06.EIdentification.Features.Staff;

internal sealed class AppointModel(
    IMediator mediator, StaffGround ground, TimeProvider clock, IStringLocalizer<Texts> texts, IStringLocalizer<AccountTexts> accountTexts)
    : PageModel, ILoadsPage
{
    [BindProperty] public string? Number { get; set; }
    /// <summary>Role and organisation, with a bar between.</summary>
    [BindProperty] public string? Role { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }

    public IReadOnlyList<FieldOption> RoleOptions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        From = clock.Today();
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var known = IdentityNumber.TryParse(Number, null, out var number);
        if (!known)
            ModelState.AddModelError(nameof(Number), texts["sign-in.number-shape"]);
        var chosen = (Role ?? "").Split('|');
        if (chosen.Length != 2)
            ModelState.AddModelError(nameof(Role), accountTexts["staff.role-missing"]);
        if (From is null && ModelState[nameof(From)]?.Errors.Count is not > 0)
            ModelState.AddModelError(nameof(From), accountTexts["staff.from-missing"]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var outcome = await mediator.Send(
            new AppointStaff(User.Actor(), number.Digits, chosen[1], chosen[0], From!.Value, Until, null), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : RedirectToPage("/Staff/ListStaff", new { done = "appointed" });
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => RoleOptions =
    [
        .. (await ground.OrganisationsAsync(User.Actor(), cancellationToken)).SelectMany(o =>
            StaffRoles.Of(o.Kind).Select(role => new FieldOption($"{role}|{o.Code}", $"{texts[$"role.{role}"]} – {o.Name}"))),
    ];
}
