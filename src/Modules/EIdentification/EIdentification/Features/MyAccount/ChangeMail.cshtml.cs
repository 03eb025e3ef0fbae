using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Mail;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

/// <summary>A new address counts once its code came back; the old one is told, with a way back for a week.</summary>
[LimitSignIn]
internal sealed class ChangeMailModel(
    EIdentificationDbContext db, OwnerProof proof, KeyedHash hash, IMailSender mails, AccountChronicle chronicle, TimeProvider clock,
    IStringLocalizer<AccountTexts> texts) : OwnAccountPage(db), ILoadsPage
{
    private const string Purpose = "mail-change";
    private readonly EIdentificationDbContext _db = db;

    [BindProperty] public string? Mail { get; set; }
    [BindProperty] public string? Code { get; set; }

    /// <summary>The address whose code is awaited.</summary>
    public string? Waiting { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        if (!MailAddress.TryCreate(Mail?.Trim(), out var address) || !address.Host.Contains('.') || Mail!.Length > 200)
            return await this.RefuseAsync(new Error("mail.shape", texts["mail.shape"], nameof(Mail)), cancellationToken);
        if (await proof.RefuseAsync(HttpContext, account, CurrentPassword, cancellationToken) is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        var now = clock.GetUtcNow();
        var change = new MailChange
        {
            Id = Guid.NewGuid(), AccountId = account.Id, OldMail = account.Email, NewMail = address.Address, AskedAt = now,
            ExpiresAt = now + MailChange.CodeLife,
        };
        _db.MailChanges.Add(change);
        await _db.SaveChangesAsync(cancellationToken);
        await mails.SendAsync(new OutgoingMail(change.Id, change.NewMail, texts["mail.mail-subject"],
            texts["mail.mail-text", hash.DigitsOf(Purpose, change.Id)]), cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        var change = await FindWaitingAsync(account.Id, cancellationToken);
        // Counted before it is judged.
        if (change is null || await _db.MailChanges.Where(c => c.Id == change.Id && c.Attempts < MailChange.MostAttempts)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Attempts, c => c.Attempts + 1), cancellationToken) == 0
            || !WrittenCodes.Same(hash.DigitsOf(Purpose, change.Id), WrittenCodes.Plain(Code)))
            return await this.RefuseAsync(new Error("mail.wrong", texts["mail.wrong"], nameof(Code)), cancellationToken);
        change.ConfirmedAt = clock.GetUtcNow();
        account.Email = change.NewMail;
        chronicle.Write(account.Id, HistoryKinds.MailChanged, DeviceName.Of(Request.Headers.UserAgent), subject: change.Id);
        await _db.SaveChangesAsync(cancellationToken);
        return RedirectToPage("/MyAccount/MyAccount", new { done = "mail" });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(cancellationToken);
        Waiting = (await FindWaitingAsync(account.Id, cancellationToken))?.NewMail;
    }

    private async Task<MailChange?> FindWaitingAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await _db.MailChanges.Where(c => c.AccountId == account).OrderByDescending(c => c.AskedAt).FirstOrDefaultAsync(cancellationToken);
        return last is { ConfirmedAt: null, UndoneAt: null } && now < last.ExpiresAt ? last : null;
    }
}
