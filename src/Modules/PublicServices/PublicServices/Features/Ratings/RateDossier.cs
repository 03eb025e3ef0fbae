using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Ratings;

/// <summary>The applicant of an ended dossier says how content they are; the caller has made sure that it is theirs.</summary>
internal sealed record RateDossier(Dossier Dossier, int? Score, string? Reason) : IRequest<Result<int>>;

internal sealed class RateDossierHandler(PublicServicesDbContext db, TimeProvider clock, IStringLocalizer<CitizenTexts> texts)
    : IRequestHandler<RateDossier, Result<int>>
{
    public async Task<Result<int>> Handle(RateDossier command, CancellationToken cancellationToken)
    {
        var (dossier, now) = (command.Dossier, clock.GetUtcNow());
        if (dossier.IsOpen)
            return new Error("rating.too-early", texts["rating.too-early"]);
        if (command.Score is not (>= 1 and <= 5))
            return new Error("rating.missing", texts["rating.missing"], nameof(command.Score));
        var reason = VietnameseText.CleanLines(command.Reason) is { Length: > 0 } said ? said : null;
        if (command.Score <= Rating.Poor && reason is null)
            return new Error("rating.why", texts["rating.why"], nameof(command.Reason));
        if (reason?.Length > Rating.LongestReason)
            return new Error("rating.too-long", texts["rating.too-long", Rating.LongestReason], nameof(command.Reason));

        var rating = await db.Ratings.SingleOrDefaultAsync(r => r.DossierId == dossier.Id, cancellationToken);
        if (rating is not null && now >= rating.ChangeableUntil)
            return new Error("rating.too-late", texts["rating.too-late", Rating.DaysToChange]);
        if (rating is null)
        {
            rating = new Rating
            {
                DossierId = dossier.Id,
                ReceivingOrganisation = dossier.ReceivingOrganisation,
                DecidingOrganisation = dossier.DecidingOrganisation,
                At = now,
            };
            db.Add(rating);
        }
        rating.Give(command.Score.Value, reason, now);
        db.Raise(new DossierRated(dossier.Id, rating.Score, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Sent twice in one moment: the first stands, and can be changed.
            db.ChangeTracker.Clear();
        }
        return rating.Score;
    }
}
