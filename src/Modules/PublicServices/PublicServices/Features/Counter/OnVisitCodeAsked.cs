using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Mail;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.Counter;

/// <summary>Sends the code to the citizen's own mail address, where they have one; the portal shows it in any case.</summary>
internal sealed class OnVisitCodeAsked(
    PublicServicesDbContext db, VisitCode codes, IMediator mediator, IMailSender mail, IStringLocalizer<CounterTexts> texts) : IEventHandler<VisitCodeAsked>
{
    public async Task HandleAsync(VisitCodeAsked happened, EventContext context, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.AsNoTracking().SingleAsync(v => v.Id == happened.VisitId, cancellationToken);
        if (visit.Sendings != happened.Sending || codes.Show(visit) is not { } code
            || await mediator.Send(new FindMailAddress(visit.CitizenId!.Value), cancellationToken) is not { } address)
            return;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        var office = (await mediator.Send(new FindOrganisations([visit.Organisation]), cancellationToken)).FirstOrDefault()?.Name ?? visit.Organisation;
        await mail.SendAsync(new OutgoingMail(context.EventId, address, texts["mail.subject"], texts["mail.body", office, code]), cancellationToken);
    }
}
