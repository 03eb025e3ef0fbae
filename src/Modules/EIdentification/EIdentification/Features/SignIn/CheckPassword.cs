using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>Whether this is the password of the account with this number; answers its id.</summary>
/// <param name="Number">Twelve digits.</param>
/// <param name="Password">As typed.</param>
/// <param name="Client">Where it comes from.</param>
internal sealed record CheckPassword(string Number, string Password, Client Client) : IRequest<Result<Guid>>;

internal static class SignInErrors
{
    public static Error Wrong(IStringLocalizer<Texts> texts) => new("sign-in.wrong", texts["sign-in.wrong"]);

    public static Error Locked(IStringLocalizer<Texts> texts, DateTimeOffset until) =>
        new("sign-in.locked", texts["sign-in.locked", Attempts.Most, until.InVietnam().ToString("HH:mm")]);
}

internal sealed class CheckPasswordHandler(
    EIdentificationDbContext db, Attempts attempts, IPasswordHasher<Account> hasher, IStringLocalizer<Texts> texts)
    : IRequestHandler<CheckPassword, Result<Guid>>
{
    public const string Kind = "password";
    private static string? _nobodysHash;

    public async Task<Result<Guid>> Handle(CheckPassword request, CancellationToken cancellationToken)
    {
        var ticket = await attempts.TakeAsync(Kind, request.Number, request.Client, cancellationToken);
        if (!ticket.Allowed)
            return SignInErrors.Locked(texts, ticket.LockedUntil!.Value);

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Number == request.Number, cancellationToken);
        // One that isn't activated yet, or is closed, is to a stranger like none.
        if (account is { IsOpen: false })
            account = null;
        // A number that doesn't exist costs the same hashing, so that the clock doesn't tell.
        _nobodysHash ??= hasher.HashPassword(null!, Guid.NewGuid().ToString());
        var verdict = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? _nobodysHash, request.Password);
        if (account?.PasswordHash is null || verdict == PasswordVerificationResult.Failed)
            return ticket.LockedUntil is { } until ? SignInErrors.Locked(texts, until) : SignInErrors.Wrong(texts);

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, request.Password);
            await db.SaveChangesAsync(cancellationToken);
        }
        await attempts.ForgetAsync(Kind, request.Number, request.Client, cancellationToken);
        return account.Id;
    }
}
