using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.Staff;

internal sealed class ShowPostModel(
    EIdentificationDbContext db, IMediator mediator, StaffGround ground, TimeProvider clock, IStringLocalizer<Texts> texts,
    IStringLocalizer<AccountTexts> accountTexts) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }
    [BindProperty] public DateOnly? LastDay { get; set; }

    public Post Post { get; private set; } = null!;
    public string Holder { get; private set; } = "";
    public string Organisation { get; private set; } = "";
    public bool IsOpen => Post.IsOpenAt(clock.GetUtcNow());
    public bool MayHaveDeputy => Post.DeputyFor is null && StaffRoles.IsLeader(Post.Role);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var outcome = await mediator.Send(new EndPost(User.Actor(), Id, LastDay), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : RedirectToPage("/Staff/ListStaff", new { done = "ended" });
    }

    public async Task<IActionResult> OnPostDeputyAsync(CancellationToken cancellationToken)
    {
        var (post, organisation, _) = await ground.FindAsync(User.Actor(), Id, cancellationToken);
        var known = IdentityNumber.TryParse(Number, null, out var number);
        if (!known)
            ModelState.AddModelError(nameof(Number), texts["sign-in.number-shape"]);
        foreach (var (field, day) in new[] { (nameof(From), From), (nameof(Until), Until) })
            if (day is null && ModelState[field]?.Errors.Count is not > 0)
                ModelState.AddModelError(field, accountTexts["staff.both-days"]);
        if (!post.IsOpenAt(clock.GetUtcNow()) || post.DeputyFor is not null || !StaffRoles.IsLeader(post.Role))
            ModelState.AddModelError("", accountTexts["staff.no-deputy"]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var outcome = await mediator.Send(
            new AppointStaff(User.Actor(), number.Digits, organisation.Code, post.Role, From!.Value, Until, post.Id), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : RedirectToPage("/Staff/ListStaff", new { done = "appointed" });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (post, organisation, holder) = await ground.FindAsync(User.Actor(), Id, cancellationToken);
        await db.RecordAccessAsync(StaffGround.Access(User.Actor()), [new PersonShown(holder.PersonId, [PersonFields.Name])], cancellationToken);
        (Post, Organisation, Holder) = (post, organisation.Name, holder.DisplayName);
    }
}
