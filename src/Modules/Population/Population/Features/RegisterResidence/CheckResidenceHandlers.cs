using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Features.RegisterResidence;

/// <summary>Looks at a permanent residence while it is filled in; what isn't answered yet isn't found fault with.</summary>
internal sealed class CheckPermanentResidenceHandler(PopulationDbContext db, TimeProvider clock)
    : IRequestHandler<CheckPermanentResidence, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckPermanentResidence request, CancellationToken cancellationToken)
    {
        if (request.PersonId is not { } person)
            return await CheckHeadAsync(request.HeadId, cancellationToken);
        var (plan, refused) = await PermanentPlan.MakeAsync(db, person, request.MoveAlong, request.HeadId, clock.Today(), cancellationToken);
        var code = refused ?? (request.MoveAlong is null ? null : plan!.SuccessorRefused(request.SuccessorId));
        if (code is not null)
            return [ResidenceWording.Finding(PermanentPlan.Properties[code], true, code)];
        var home = await db.Persons.AsNoTracking().Where(p => p.Id == person)
            .Select(p => new { p.HouseholdId, p.ResidenceUnit, p.ResidenceAddress }).SingleAsync(cancellationToken);
        return home.HouseholdId is not null && request.HeadId is null && home.ResidenceUnit == request.UnitCode && home.ResidenceAddress == request.Address?.Trim()
            ? [ResidenceWording.Finding("address", false, "same-address")]
            : [];
    }

    // Somebody not yet born into the data: all there is to look at is whom they will live with.
    private async Task<IReadOnlyList<CheckFinding>> CheckHeadAsync(Guid? head, CancellationToken cancellationToken) =>
        (await PermanentPlan.FindJoinedAsync(db, null, head, cancellationToken)).Refused is { } code
            ? [ResidenceWording.Finding(PermanentPlan.Properties[code], true, code)]
            : [];
}

/// <summary>Looks at a temporary residence likewise.</summary>
internal sealed class CheckTemporaryResidenceHandler(PopulationDbContext db, ResidenceRules rules, TimeProvider clock)
    : IRequestHandler<CheckTemporaryResidence, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckTemporaryResidence request, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        var rule = rules.On(request.From ?? clock.Today());
        if (request is { From: { } from, Until: { } until })
        {
            if (RegisterTemporary.SpanRefused(rule, from, until) is { } span)
                return [ResidenceWording.Finding("until", true, span, span == RegisterTemporary.TooShort ? rule.TemporaryLeastDays : rule.TemporaryMostYears)];
            if (request.PersonId is { } who)
                findings.AddRange(await CheckOthersAsync(who, from, until, rule, cancellationToken));
        }
        if (request is { PersonId: { } person, UnitCode: { } unit }
            && await db.Persons.AnyAsync(p => p.Id == person && p.HouseholdId != null && p.ResidenceUnit == unit, cancellationToken))
            findings.Add(ResidenceWording.Finding("unitCode", false, "same-commune"));
        return findings;
    }

    private async Task<IEnumerable<CheckFinding>> CheckOthersAsync(
        Guid person, DateOnly from, DateOnly until, ResidenceRule rule, CancellationToken cancellationToken)
    {
        var temporary = (await db.Residences.AsNoTracking()
            .Where(r => r.PersonId == person && r.Kind == ResidenceKind.Temporary).ToListAsync(cancellationToken)).Latest().ToList();
        if (temporary.FirstOrDefault(r => RegisterTemporary.Overlap(r, from, until)) is { } other)
            return [ResidenceWording.Finding("from", true, RegisterTemporary.Overlaps, other.UntilDate?.Written() ?? "…")];
        // Renewed late it is still renewed; the law only wants it asked for in time.
        var ends = temporary.Where(r => r.Status == VersionStatus.InForce && r.UntilDate < from).Max(r => r.UntilDate);
        return ends is { } end && end.AddDays(1) == from && clock.Today().AddDays(rule.RenewBeforeDays) > end
            ? [ResidenceWording.Finding("from", false, "renewed-late", rule.RenewBeforeDays)]
            : [];
    }
}
