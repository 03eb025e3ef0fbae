using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Project06.BuildingBlocks.Mail;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>Sends a one-time code to the account's e-mail address; a newer code takes the older one's place. Answers until when it counts.</summary>
internal sealed record SendCode(Guid AccountId) : IRequest<Result<DateTimeOffset>>;

internal sealed partial class SendCodeHandler(
    EIdentificationDbContext db, IPasswordHasher<Account> hasher, IMailSender mail, TimeProvider clock,
    IStringLocalizer<Texts> texts, ILogger<SendCodeHandler> log)
    : IRequestHandler<SendCode, Result<DateTimeOffset>>
{
    public async Task<Result<DateTimeOffset>> Handle(SendCode request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleAsync(a => a.Id == request.AccountId, cancellationToken);
        if (string.IsNullOrEmpty(account.Email))
            return new Error("sign-in.no-mail", texts["code.no-mail"]);
        var last = await db.SignInCodes.Where(c => c.AccountId == account.Id)
            .OrderByDescending(c => c.SentAt).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && now < last.SentAt + SignInCode.Pause)
            return new Error("sign-in.mail-just-sent", texts["code.just-sent"]);

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var row = new SignInCode
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            CodeHash = hasher.HashPassword(account, code),
            SentAt = now,
            ExpiresAt = now + SignInCode.Life,
        };
        db.SignInCodes.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        await db.SignInCodes.Where(c => c.AccountId == account.Id && c.ExpiresAt < now.AddDays(-1))
            .ExecuteDeleteAsync(cancellationToken);
        try
        {
            await mail.SendAsync(new OutgoingMail(row.Id, account.Email, texts["code.mail-subject"],
                texts["code.mail-text", code, row.ExpiresAt.InVietnam().ToString("HH:mm", CultureInfo.InvariantCulture)]), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await db.SignInCodes.Where(c => c.Id == row.Id).ExecuteDeleteAsync(CancellationToken.None);
            NotSent(log, failure);
            return new Error("sign-in.mail-failed", texts["code.mail-failed"]);
        }
        return row.ExpiresAt;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in code could not be sent by e-mail")]
    private static partial void NotSent(ILogger logger, Exception failure);
}
