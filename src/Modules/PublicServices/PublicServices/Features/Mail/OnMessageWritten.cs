using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Mail;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Mail;

/// <summary>Sends a portal message by mail too, where the person gave an address. The mail says no more than that there is one.</summary>
internal sealed class OnMessageWritten(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, IMailSender mail, TimeProvider clock,
    IStringLocalizer<Texts> texts) : IEventHandler<MessageWritten>
{
    public async Task HandleAsync(MessageWritten happened, EventContext context, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleAsync(m => m.Id == happened.MessageId, cancellationToken);
        if (await mediator.Send(new FindMailAddress(message.PersonId), cancellationToken) is not { } address)
            return;

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == message.DossierId, cancellationToken);
        var title = dossier is null ? texts[$"message.{message.Kind}.title"]
            : texts[$"message.{message.Kind}.title", procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Name.Vi, dossier.Code.Value];
        var body = dossier is null ? texts["message.mail-body-plain", title.Value] : texts["message.mail-body", title.Value, dossier.Code.Value];
        await mail.SendAsync(new OutgoingMail(message.Id, address, title, body), cancellationToken);
        message.MarkMailed(clock.GetUtcNow());
    }
}
