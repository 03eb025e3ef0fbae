using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>Whether this is a one-time code of the account, from the app, sent by e-mail or on paper; it is used up by a yes.</summary>
internal sealed record CheckCode(Guid AccountId, string Code, Client Client) : IRequest<Result<SecondFactor>>;

internal sealed class CheckCodeHandler(
    EIdentificationDbContext db, Attempts attempts, AppCodes apps, RecoveryCodes papers,
    IPasswordHasher<Account> hasher, TimeProvider clock, IStringLocalizer<Texts> texts)
    : IRequestHandler<CheckCode, Result<SecondFactor>>
{
    private const string Kind = "code";

    public async Task<Result<SecondFactor>> Handle(CheckCode request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == request.AccountId, cancellationToken);
        var ticket = await attempts.TakeAsync(Kind, account.Number, request.Client, cancellationToken);
        if (!ticket.Allowed)
            return SignInErrors.Locked(texts, ticket.LockedUntil!.Value);

        var factor = await apps.UseAsync(account, request.Code, cancellationToken) ? SecondFactor.App
            : await UseMailedCodeAsync(account, request.Code, cancellationToken) ? SecondFactor.Mail
            : await papers.UseAsync(account.Id, request.Code, cancellationToken) ? SecondFactor.RecoveryCode
            : (SecondFactor?)null;
        if (factor is null)
            return ticket.LockedUntil is { } until
                ? SignInErrors.Locked(texts, until)
                : new Error("sign-in.wrong-code", texts["code.wrong"], "Code");

        await attempts.ForgetAsync(Kind, account.Number, request.Client, cancellationToken);
        return factor.Value;
    }

    // Changes one row or none, like a code of the app: it counts once.
    private async Task<bool> UseMailedCodeAsync(Account account, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sent = await db.SignInCodes.AsNoTracking()
            .Where(c => c.AccountId == account.Id && c.UsedAt == null && c.ExpiresAt > now)
            .OrderByDescending(c => c.SentAt).FirstOrDefaultAsync(cancellationToken);
        if (sent is null || hasher.VerifyHashedPassword(account, sent.CodeHash, code) == PasswordVerificationResult.Failed)
            return false;
        return await db.SignInCodes.Where(c => c.Id == sent.Id && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken) == 1;
    }
}
