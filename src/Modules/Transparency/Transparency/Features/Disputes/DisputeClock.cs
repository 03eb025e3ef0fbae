using MediatR;
using Project06.EIdentification.Contracts;
using Project06.ReferenceData.Contracts;
using Project06.Transparency.Data;

namespace Project06.Transparency.Features.Disputes;

/// <summary>Until when a dispute is to be answered, by the working calendar of the organisation that looked.</summary>
internal sealed class DisputeClock(ReferenceBook reference, IMediator mediator)
{
    public async Task<WorkingDeadline> DeadlineAsync(string? organisation, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var kind = organisation is null ? null
            : (await mediator.Send(new FindOrganisations([organisation]), cancellationToken)).FirstOrDefault()?.Kind;
        var calendar = reference.Current.Calendar(kind switch
        {
            OrganisationKinds.CommunePolice => OfficeKinds.CommunePolice,
            OrganisationKinds.ProvincialPolice => OfficeKinds.ProvincialPolice,
            _ => OfficeKinds.CommuneOffice,
        });
        return calendar.Deadline(from, new TimeLimit(AccessDispute.AnswerDays, TimeLimitUnit.WorkingDay));
    }
}
