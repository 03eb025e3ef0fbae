using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>
/// What the applicant is told of goes with a form: numbered in the office's sequence and fixed as it is now. The file
/// is made when it is asked for, or soon after by a job.
/// </summary>
internal sealed class IssueFormOnMessage(PublicServicesDbContext db, FormFactsReader reader, TimeProvider clock) : IEventHandler<MessageWritten>
{
    public async Task HandleAsync(MessageWritten happened, EventContext context, CancellationToken cancellationToken)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == happened.MessageId, cancellationToken);
        if (KindFor(message.Kind) is not { } kind)
            return;
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == message.DossierId, cancellationToken);
        if (message.PersonId != dossier.ApplicantId)
            return;
        var facts = await reader.ReadAsync(dossier, cancellationToken);
        if (CauseOf(kind, message, facts) is not { } cause)
            return;
        var organisation = kind == FormKinds.Receipt ? dossier.ReceivingOrganisation : cause.ByOrganisation ?? dossier.DecidingOrganisation;
        var year = cause.At.LegalDate().Year;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = (await db.Database.SqlQuery<int>($"""
            INSERT INTO public_services.official_form_counters AS c (organisation, kind, year, last) VALUES ({organisation}, {kind}, {year}, 1)
            ON CONFLICT (organisation, kind, year) DO UPDATE SET last = c.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellationToken)).Single();
        db.Add(new OfficialForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            DossierId = dossier.Id,
            MessageId = message.Id,
            Kind = kind,
            Organisation = organisation,
            Year = year,
            Number = number,
            IssuedAt = cause.At,
            Content = JsonSerializer.Serialize(FormTemplates.Fill(facts, kind, organisation, cause, number), OfficialForm.Json),
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string? KindFor(string message) => message switch
    {
        MessageKinds.Accepted => FormKinds.Receipt,
        MessageKinds.Supplement => FormKinds.Supplement,
        MessageKinds.NotAccepted => FormKinds.Refusal,
        Apology.MessageKind => FormKinds.Apology,
        MessageKinds.Stopped => FormKinds.Stop,
        _ => null,
    };

    // The row of the history that was written with the message.
    private static DossierStep? CauseOf(string kind, Message message, FormFacts facts) => facts.History.LastOrDefault(h => h.At <= message.At && kind switch
    {
        FormKinds.Receipt => h.State == DossierLifecycle.Accepted,
        FormKinds.Supplement => h.State == DossierLifecycle.SupplementRequested,
        FormKinds.Refusal => h.State == DossierLifecycle.NotAccepted,
        FormKinds.Stop => h.State == DossierLifecycle.Stopped,
        _ => h.Action == Apology.ActionName,
    });
}
