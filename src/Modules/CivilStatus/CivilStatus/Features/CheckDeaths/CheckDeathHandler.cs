using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.CheckDeaths;

/// <summary>Looks at a death as declared so far; reads only, shows nobody anything.</summary>
internal sealed class CheckDeathHandler(CivilStatusDbContext db, IMediator mediator, DeathRules rules, TimeProvider clock)
    : IRequestHandler<CheckDeath, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckDeath death, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        var died = DeathMoment.Of(death.DeathDate, death.DeathMonth, death.DeathYear, death.DeathTime);
        findings.AddRange(CheckMoment(death, died));
        if (death.DeceasedId is { } deceasedId)
            findings.AddRange(await CheckPersonAsync(death, deceasedId, died, cancellationToken));
        return findings;
    }

    private IEnumerable<CheckFinding> CheckMoment(CheckDeath death, DeathMoment? died)
    {
        if (VietnameseText.Clean(death.DeathTime) is { } said && DeathMoment.TimeOf(said) is null)
            yield return Wording.Finding("deathTime", true, "check-death.time");
        if (died is null)
            yield break;
        var rule = rules.On(clock.Today());
        var now = clock.VietnamNow();
        if (died.On > clock.Today() || died is { Time: { } time } && died.On == clock.Today() && time > TimeOnly.FromDateTime(now.DateTime))
            yield return Wording.Finding(PropertyOf(died), true, "check-death.to-come");
        else if (clock.Today().DayNumber - died.Latest.DayNumber > rule.RegisterWithinDays)
            yield return Wording.Finding(PropertyOf(died), false, "check-death.late", rule.RegisterWithinDays, rule.LegalBasis);
    }

    private async Task<IReadOnlyList<CheckFinding>> CheckPersonAsync(
        CheckDeath death, Guid deceasedId, DeathMoment? died, CancellationToken cancellationToken)
    {
        if (deceasedId == death.RequesterId)
            return [Wording.Finding("deceasedId", true, "check-death.yourself")];
        var deceased = (await mediator.Send(
                new FindPeople([deceasedId], [PersonFields.BirthDate, PersonFields.Marriage], Access: null), cancellationToken)).SingleOrDefault();
        if (deceased is null)
            return [Wording.Finding("deceasedId", true, "check-death.unknown")];
        if (!deceased.IsAlive || await db.DeathEntries.AnyAsync(
                e => e.DeceasedId == deceasedId && e.State == DeathEntryState.Signed, cancellationToken))
            return [Wording.Finding("deceasedId", true, "check-death.twice")];
        var findings = new List<CheckFinding>();
        // Where only a year of birth is known the date is its first day, so a refusal here is certain.
        if (died is not null && died.Latest < deceased.BirthDate)
            findings.Add(Wording.Finding(PropertyOf(died), true, "check-death.before-birth"));
        if (death.RequesterId is { } requester && !await IsKnownAsync(death.RequesterRelation, deceased, requester, cancellationToken))
            findings.Add(Wording.Finding("requesterRelation", false, "check-death.relation"));
        return findings;
    }

    /// <summary>Whether the nation's data says the relation too; old data may lack it, so an officer looks and nobody is refused.</summary>
    private async Task<bool> IsKnownAsync(string? relation, Person deceased, Guid requester, CancellationToken cancellationToken) => relation switch
    {
        "spouse" => deceased.Marriage?.SpouseId == requester,
        "child" => await IsChildAsync(deceased.PersonId, requester, cancellationToken),
        "parent" => await IsChildAsync(requester, deceased.PersonId, cancellationToken),
        _ => true,
    };

    private async Task<bool> IsChildAsync(Guid parent, Guid child, CancellationToken cancellationToken) =>
        (await mediator.Send(new FindChildrenOf(parent, [PersonFields.Kinship], Access: null), cancellationToken)).Any(c => c.PersonId == child);

    private static string PropertyOf(DeathMoment died) => died.Precision is DatePrecision.Day ? "deathDate" : "deathYear";
}
