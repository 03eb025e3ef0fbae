using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Mail;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Notices;

/// <summary>Tells an account's owner by e-mail what was changed, in their language; a repeat has the same id.</summary>
internal sealed class OnAccountNoticeDue(
    EIdentificationDbContext db, IMailSender mail, MailUndo undo, IConfiguration configuration, IStringLocalizer<AccountTexts> texts)
    : IEventHandler<AccountNoticeDue>
{
    public async Task HandleAsync(AccountNoticeDue happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await db.History.AsNoTracking().SingleAsync(h => h.Id == happened.NoticeId, cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == entry.AccountId, cancellationToken);
        var (to, link) = await AddressAsync(entry, account, cancellationToken);
        if (to is null || account.ClosedAt is not null)
            return;
        using var _ = new SpokenLanguage(account.Language);
        var device = entry.Device is null or "?" ? texts["device.unknown"].Value : entry.Device;
        await mail.SendAsync(new OutgoingMail(entry.Id, to, texts[$"notice.{entry.Kind}.subject"],
            texts[$"notice.{entry.Kind}.text", entry.At.Written(), device, entry.Organisation ?? "", link ?? ""]
            + "\n\n" + texts["notice.not-you"]), cancellationToken);
    }

    // A new address is told to the old one, with the way back; everything else to the present one.
    private async Task<(string? To, string? Link)> AddressAsync(HistoryEntry entry, Account account, CancellationToken cancellationToken)
    {
        if (entry is not { Kind: HistoryKinds.MailChanged, SubjectId: { } id })
            return (account.Email, null);
        var change = await db.MailChanges.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        return (change.OldMail, $"{configuration["Site:BaseUrl"]}/sign-in/undo/{undo.TokenOf(id)}");
    }
}

/// <summary>The way back to an old e-mail address: a token that only this house can make.</summary>
internal sealed class MailUndo(KeyedHash hash)
{
    public string TokenOf(Guid change) => $"{change:n}{hash.Of("undo-mail", change.ToString("n"))[..32]}";

    public Guid? Read(string token) =>
        token.Length == 64 && Guid.TryParseExact(token[..32], "n", out var id) && TokenOf(id) == token ? id : null;
}

/// <summary>Texts are read in this language until it is disposed.</summary>
internal sealed class SpokenLanguage : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public SpokenLanguage(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
