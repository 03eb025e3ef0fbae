using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Desk.Opinions;

/// <summary>Asks another office about a dossier.</summary>
/// <param name="Kind">Kind of the office, one of <see cref="OrganisationKinds"/>.</param>
/// <param name="Unit">The commune it serves.</param>
/// <param name="Days">Working days it has, by its own calendar.</param>
internal sealed record AskOpinion(
    Guid DossierId, string? Kind, string Unit, string? Question, List<string> SharedFields, int Days, ActorPost Post, Actor Actor)
    : IRequest<Result<Guid>>;

internal sealed class AskOpinionHandler(
    PublicServicesDbContext db, ReferenceBook reference, IMediator mediator, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
    : IRequestHandler<AskOpinion, Result<Guid>>
{
    public const int Longest = 1000;
    public static readonly int[] DaysAllowed = [1, 2, 3, 5];

    public async Task<Result<Guid>> Handle(AskOpinion command, CancellationToken cancellationToken)
    {
        if (!await db.Dossiers.AnyAsync(d => d.Id == command.DossierId && d.EndedAt == null, cancellationToken))
            return new Error("dossier.moved-on", texts["hand.moved-on"]);
        if (string.IsNullOrEmpty(command.Kind))
            return new Error("opinion.kind-missing", texts["opinion.choose-kind"], nameof(command.Kind));
        var question = VietnameseText.CleanLines(command.Question);
        if (string.IsNullOrWhiteSpace(question))
            return new Error("opinion.question-missing", texts["opinion.question-missing"], nameof(command.Question));
        if (question.Length > Longest)
            return new Error("opinion.question-too-long", texts["reasons.too-long", Longest], nameof(command.Question));
        if (!DaysAllowed.Contains(command.Days))
            return new Error("opinion.days", texts["opinion.days-missing"], nameof(command.Days));
        if (await mediator.Send(new FindOrganisation(command.Kind, command.Unit), cancellationToken) is not { } asked)
            return new Error("opinion.no-office", texts["opinion.no-office"], nameof(command.Unit));
        if (asked.Code == command.Post.OrganisationCode)
            return new Error("opinion.own-office", texts["opinion.own-office"], nameof(command.Kind));
        if (await db.Opinions.AnyAsync(o => o.DossierId == command.DossierId && o.AskedOrganisation == asked.Code && o.AnsweredAt == null && o.WithdrawnAt == null, cancellationToken))
            return new Error("opinion.already", texts["opinion.already"], nameof(command.Kind));

        var now = clock.GetUtcNow();
        try
        {
            var opinion = new OpinionRequest
            {
                Id = Guid.CreateVersion7(now),
                DossierId = command.DossierId,
                AskingOrganisation = command.Post.OrganisationCode,
                AskedOrganisation = asked.Code,
                AskedBy = command.Actor.PersonId,
                AskedAt = now,
                Question = question,
                SharedFields = command.SharedFields,
                DueAt = CalendarOf(asked.Kind, reference).Deadline(now, new TimeLimit(command.Days, TimeLimitUnit.WorkingDay)).Due,
            };
            db.Add(opinion);
            await db.SaveChangesAsync(cancellationToken);
            return opinion.Id;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return new Error("opinion.already", texts["opinion.already"], nameof(command.Kind));
        }
        catch (CalendarYearNotLoadedException missing)
        {
            return new Error("calendar.year-missing", texts["opinion.calendar-year", missing.Year], nameof(command.Days));
        }
    }

    /// <summary>The calendar an office keeps: the commune police also work on Saturday mornings.</summary>
    public static WorkingCalendar CalendarOf(string kind, ReferenceBook reference) => reference.Current.Calendar(kind switch
    {
        OrganisationKinds.CommunePolice => OfficeKinds.CommunePolice,
        OrganisationKinds.ProvincialPolice => OfficeKinds.ProvincialPolice,
        _ => OfficeKinds.CommuneOffice,
    });
}
