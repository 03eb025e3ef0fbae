using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;

namespace Project06.EIdentification.Features.Staff;

/// <summary>Gives a post, or with <paramref name="DeputyFor"/> a leader's for a time.</summary>
/// <param name="Actor">The administrator.</param>
/// <param name="Number">Twelve digits of whom.</param>
/// <param name="Organisation">Where.</param>
/// <param name="Role">As what.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null for no end.</param>
/// <param name="DeputyFor">The absent leader's post.</param>
internal sealed record AppointStaff(
    Actor Actor, string Number, string Organisation, string Role, DateOnly From, DateOnly? Until, Guid? DeputyFor) : IRequest<Result<Guid>>;

internal sealed class AppointStaffHandler(
    EIdentificationDbContext db, StaffGround ground, AccountChronicle chronicle, TimeProvider clock, IStringLocalizer<AccountTexts> texts)
    : IRequestHandler<AppointStaff, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AppointStaff request, CancellationToken cancellationToken)
    {
        var organisation = (await ground.OrganisationsAsync(request.Actor, cancellationToken)).SingleOrDefault(o => o.Code == request.Organisation);
        if (organisation is null || !StaffRoles.Of(organisation.Kind).Contains(request.Role))
            return new Error("staff.role", texts["staff.role-not-here"], "Role");
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Number == request.Number, cancellationToken);
        if (account is not { IsOpen: true })
            return new Error("staff.nobody", texts["staff.nobody"], "Number");
        if (account.Id == request.Actor.AccountId)
            return new Error("staff.oneself", texts["staff.oneself"], "Number");

        var (now, today) = (clock.GetUtcNow(), clock.Today());
        if (request.From < today || request.Until < request.From)
            return new Error("staff.dates", texts["staff.dates"], request.From < today ? "From" : "Until");
        var from = request.From == today ? now : request.From.At(TimeOnly.MinValue).ToUniversalTime();
        var until = request.Until?.AddDays(1).At(TimeOnly.MinValue).ToUniversalTime();
        // Two administrators at once: the same post is given once.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var key = $"e_identification:post:{account.Id}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 6))", cancellationToken);
        var same = await db.Posts.Where(p => p.AccountId == account.Id && p.Role == request.Role && p.OrganisationCode == organisation.Code)
            .ToListAsync(cancellationToken);
        if (same.Any(p => p.IsOpenAt(now) && (p.ValidTo is null || from < p.ValidTo) && (until is null || p.ValidFrom < until)))
            return new Error("staff.twice", texts["staff.twice"], "Number");

        var post = new Post
        {
            Id = Guid.CreateVersion7(now), AccountId = account.Id, Role = request.Role, OrganisationCode = organisation.Code,
            ValidFrom = from, ValidTo = until, DeputyFor = request.DeputyFor, AppointedBy = request.Actor.AccountId, AppointedAt = now,
        };
        db.Posts.Add(post);
        chronicle.Write(account.Id, HistoryKinds.PostGiven, organisation: organisation.Name);
        db.Raise(new PostChanged(post.Id, account.Id, organisation.Code, now));
        await db.RecordAccessAsync(StaffGround.Access(request.Actor), [new PersonShown(account.PersonId, [PersonFields.Name, PersonFields.Number])], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return post.Id;
    }
}
