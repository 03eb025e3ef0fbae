using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.PublicServices.Contracts;
using Asked = Project06.Population.Contracts.CheckTemporaryAbsence;

namespace Project06.Population.Features.CheckTemporaryAbsence;

/// <summary>
/// Looks at an absence while it is filled in; what isn't answered yet isn't found fault with. The findings say
/// nothing of the absences already recorded but that there is one.
/// </summary>
internal sealed class CheckTemporaryAbsenceHandler(PopulationDbContext db, AbsenceGrounds grounds, TimeProvider clock)
    : IRequestHandler<Asked, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(Asked request, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        var day = request.From ?? clock.Today();
        var ground = grounds.Find(request.Ground, day);
        if (request.Ground is not null && ground is null)
            findings.Add(Finding("ground", blocks: true, Texts.Both("absence.ground-unknown")));
        if (request.Until < request.From)
        {
            findings.Add(Finding("until", blocks: true, Texts.Both("absence.until-before-from")));
            return findings;
        }
        if (ground is not null && request is { From: { } from, Until: { } until } && !ground.Reaches(from, until))
            findings.Add(TooShort(ground));
        if (request is { AbsentPersonId: { } person, From: { } start }
            && await OverlapsAsync(db, person, start, request.Until, cancellationToken))
            findings.Add(Finding("from", blocks: true, Texts.Both("absence.overlaps")));
        return findings;
    }

    /// <summary>Whether the person has a recorded absence that shares a day with this span.</summary>
    public static Task<bool> OverlapsAsync(
        PopulationDbContext db, Guid personId, DateOnly from, DateOnly? until, CancellationToken cancellationToken) =>
        db.Absences.AnyAsync(
            a => a.PersonId == personId && (a.UntilDate == null || a.UntilDate >= from) && (until == null || a.FromDate <= until),
            cancellationToken);

    private static CheckFinding TooShort(AbsenceGround ground) => ground.LeastMonths is { } months
        ? Finding("until", blocks: false, Texts.Both("absence.too-short-months", $"{months}", $"{months}"))
        : Finding("until", blocks: false, Texts.Both("absence.too-short-days", $"{ground.LeastDays}", $"{ground.LeastDays}"));

    private static CheckFinding Finding(string property, bool blocks, (string Vi, string En) text) =>
        new(property, blocks, text.Vi, text.En);
}
