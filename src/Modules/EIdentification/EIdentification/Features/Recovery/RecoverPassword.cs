using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Recovery;

/// <summary>A new password for a code from the mail and a second factor; all sessions end.</summary>
/// <param name="AskedId">What was asked, of this browser.</param>
/// <param name="MailCode">Six digits from the message.</param>
/// <param name="SecondCode">A code of the app, or one from paper.</param>
/// <param name="Password">The new one.</param>
/// <param name="Client">Where it comes from.</param>
internal sealed record RecoverPassword(Guid AskedId, string MailCode, string SecondCode, string Password, Client Client) : IRequest<Result<bool>>;

internal sealed class RecoverPasswordHandler(
    EIdentificationDbContext db, Attempts attempts, KeyedHash hash, AppCodes apps, RecoveryCodes papers, BrowserSessions sessions,
    AccountChronicle chronicle, IPasswordHasher<Account> hasher, TimeProvider clock, IStringLocalizer<Texts> texts,
    IStringLocalizer<AccountTexts> accountTexts)
    : IRequestHandler<RecoverPassword, Result<bool>>
{
    private const string Kind = "recovery";

    public async Task<Result<bool>> Handle(RecoverPassword request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = now - AskedByStranger.RecoveryLife;
        var asked = await db.AskedByStrangers.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == request.AskedId && a.Kind == StrangerKind.Recovery && a.AskedAt > oldest, cancellationToken);
        if (asked is null)
            return Wrong();
        var ticket = await attempts.TakeAsync(Kind, asked.Number, request.Client, cancellationToken);
        if (!ticket.Allowed)
            return SignInErrors.Locked(texts, ticket.LockedUntil!.Value);
        // Counted before it is judged, also for a number that nobody has.
        var counted = await db.AskedByStrangers.Where(a => a.Id == asked.Id && a.UsedAt == null && a.Attempts < AskedByStranger.MostAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Attempts, a => a.Attempts + 1), cancellationToken);
        // A message asked for a moment earlier counts as well: the second of two isn't sent.
        var alive = await db.AskedByStrangers
            .Where(a => a.Number == asked.Number && a.Kind == StrangerKind.Recovery && a.AskedAt > oldest && a.UsedAt == null)
            .Select(a => a.Id).ToListAsync(cancellationToken);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Number == asked.Number, cancellationToken);
        var mailed = alive.Count(id => WrittenCodes.Same(hash.DigitsOf(OnAskedByStranger.Purpose, id), request.MailCode)) > 0;
        if (counted == 0 || account is not { IsOpen: true } || !mailed || !await SecondAsync(account, request.SecondCode, cancellationToken))
            return Wrong();

        account.PasswordHash = hasher.HashPassword(account, request.Password);
        chronicle.Write(account.Id, HistoryKinds.PasswordRecovered);
        await db.SaveChangesAsync(cancellationToken);
        await db.AskedByStrangers.Where(a => alive.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.UsedAt, now), cancellationToken);
        await sessions.EndAllAsync(account.Id, null, cancellationToken);
        await attempts.ForgetAsync(Kind, asked.Number, request.Client, cancellationToken);
        await attempts.ForgetAsync(CheckPasswordHandler.Kind, asked.Number, request.Client, cancellationToken);
        return true;
    }

    private async Task<bool> SecondAsync(Account account, string code, CancellationToken cancellationToken) =>
        await apps.UseAsync(account, code, cancellationToken) || await papers.UseAsync(account.Id, code, cancellationToken);

    private Error Wrong() => new("recovery.wrong", accountTexts["forgotten.wrong"]);
}
