using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees.Reconcile;

/// <summary>A day against the bank's statement: each leader sees their offices' part, the operator what names no order.</summary>
internal sealed class ShowReconciliationModel(
    PublicServicesDbContext db, ReconcileDay reconcile, IMediator mediator, IOptions<PaymentOptions> options, TimeProvider clock,
    IStringLocalizer<FeeTexts> texts) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public string? Day { get; set; }

    public DateOnly Of => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : clock.Today().AddDays(-1);

    public DateTimeOffset? ReadAt { get; private set; }
    public IReadOnlyList<StatementFinding> Findings { get; private set; } = [];

    /// <summary>A past day can be compared again; a day that isn't over has no statement yet.</summary>
    public bool CanRead => options.Value.IsOnline && Of < clock.Today() && Of > clock.Today().AddDays(-60);

    /// <summary>Each finding has its own field, so that no two have one id.</summary>
    public static string CommentName(Guid finding) => $"Comment-{finding:N}";

    private bool IsOperator => User.Actor().Posts.Any(p => p.Role == Roles.Administrator);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (organisations, unowned, of) = (FeeCase.OverseenBy(User.Actor()), IsOperator, Of);
        ReadAt = await db.Set<StatementDay>().Where(d => d.Day == of).Select(d => (DateTimeOffset?)d.ReadAt).SingleOrDefaultAsync(cancellationToken);
        Findings = await db.Set<StatementFinding>().AsNoTracking()
            .Where(f => f.Day == of && (f.Organisation == null ? unowned : organisations.Contains(f.Organisation)))
            .OrderBy(f => f.At).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid finding, bool takeIn, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ResolveFinding(
            finding, FeeCase.OverseenBy(User.Actor()), IsOperator, User.Actor().PersonId, takeIn, Request.Form[CommentName(finding)]), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error with { Field = error.Field is null ? null : CommentName(finding) }, cancellationToken)
            : Back();
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (!CanRead)
            throw new NotFoundException("statement");
        try
        {
            await reconcile.RunAsync(Of, cancellationToken);
            return Back();
        }
        catch (GatewayException)
        {
            return await this.RefuseAsync(new Error("reconcile.no-bank", texts["reconcile.no-bank"]), cancellationToken);
        }
    }

    private RedirectResult Back() => Redirect($"/fees/reconciliation?day={Of.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
}
