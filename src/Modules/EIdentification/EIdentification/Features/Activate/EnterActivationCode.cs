using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Activate;

/// <summary>
/// Whether this is the code of the number's activation. Each try is counted before it is judged; after ten the code is
/// dead, also for who has it. A number without account or activation is answered alike.
/// </summary>
internal sealed record EnterActivationCode(string Number, string Code, Client Client) : IRequest<Result<Guid>>;

internal sealed class EnterActivationCodeHandler(
    EIdentificationDbContext db, Attempts attempts, KeyedHash hash, TimeProvider clock, IStringLocalizer<AccountTexts> texts)
    : IRequestHandler<EnterActivationCode, Result<Guid>>
{
    public const string Purpose = "activation";
    public const int Length = 8;
    private const string Kind = "activation";

    public async Task<Result<Guid>> Handle(EnterActivationCode request, CancellationToken cancellationToken)
    {
        var ticket = await attempts.TakeAsync(Kind, request.Number, request.Client, cancellationToken);
        if (!ticket.Allowed)
            return new Error("activation.locked", texts["activate.locked", ticket.LockedUntil!.Value.InVietnam().ToString("HH:mm")], "Code");
        var now = clock.GetUtcNow();
        var newest = await (
            from activation in db.Activations
            join account in db.Accounts on activation.AccountId equals account.Id
            where account.Number == request.Number && account.ClosedAt == null
                && activation.FinishedAt == null && activation.DiedAt == null && activation.ExpiresAt > now
            orderby activation.CreatedAt descending
            select activation.Id).Take(1).ToListAsync(cancellationToken);
        var id = newest.Count == 1 ? newest[0] : Guid.Empty;
        var counted = await db.Activations.Where(a => a.Id == id && a.DiedAt == null && a.Attempts < Activation.MostAttempts)
            .ExecuteUpdateAsync(set => set
                .SetProperty(a => a.DiedAt, a => a.Attempts + 1 >= Activation.MostAttempts ? now : null)
                .SetProperty(a => a.Attempts, a => a.Attempts + 1), cancellationToken);
        if (counted == 0 || !WrittenCodes.Same(hash.CodeOf(Purpose, id, Length), request.Code))
            return new Error("activation.wrong", texts["activate.wrong"], "Code");
        // The right one isn't a try, also the last time.
        await db.Activations.Where(a => a.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.DiedAt, (DateTimeOffset?)null).SetProperty(a => a.Attempts, a => a.Attempts - 1), cancellationToken);
        await attempts.ForgetAsync(Kind, request.Number, request.Client, cancellationToken);
        return id;
    }
}
