using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Mail;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Activate;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Recovery;

/// <summary>Sends the code or the letter, where there is somebody to send it to.</summary>
internal sealed class OnAskedByStranger(
    EIdentificationDbContext db, IMailSender mail, KeyedHash hash, LetterActivations letters, IStringLocalizer<AccountTexts> texts)
    : IEventHandler<AskedByStrangerReceived>
{
    public const string Purpose = "recovery-mail";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task HandleAsync(AskedByStrangerReceived happened, EventContext context, CancellationToken cancellationToken)
    {
        var asked = await db.AskedByStrangers.AsNoTracking().SingleAsync(a => a.Id == happened.AskedId, cancellationToken);
        await db.AskedByStrangers.Where(a => a.AskedAt < asked.AskedAt.AddDays(-30)).ExecuteDeleteAsync(cancellationToken);
        if (asked.Kind == StrangerKind.Letter)
        {
            await letters.WriteAsync(asked, cancellationToken);
            return;
        }
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Number == asked.Number, cancellationToken);
        if (account is not { IsOpen: true, Email.Length: > 0 })
            return;
        var earlier = asked.AskedAt - Pause;
        if (await db.AskedByStrangers.AnyAsync(a => a.Id != asked.Id && a.Number == asked.Number && a.Kind == StrangerKind.Recovery
                && a.AskedAt > earlier && a.AskedAt < asked.AskedAt, cancellationToken))
            return;
        using var _ = new Notices.SpokenLanguage(account.Language);
        await mail.SendAsync(new OutgoingMail(asked.Id, account.Email, texts["forgotten.mail-subject"],
            texts["forgotten.mail-text", hash.DigitsOf(Purpose, asked.Id),
                (asked.AskedAt + AskedByStranger.RecoveryLife).InVietnam().ToString("HH:mm", CultureInfo.InvariantCulture)]), cancellationToken);
    }
}
