using System.Globalization;
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

namespace Project06.CivilStatus.Features.CheckBirths;

/// <summary>Looks at a birth as declared so far; reads only, shows nobody anything.</summary>
internal sealed class CheckBirthHandler(CivilStatusDbContext db, IMediator mediator, BirthRules rules, TimeProvider clock)
    : IRequestHandler<CheckBirth, IReadOnlyList<CheckFinding>>
{
    private const int LongNameWords = 25;

    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckBirth birth, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rule = rules.On(today);
        var findings = new List<CheckFinding>();
        findings.AddRange(CheckDate(birth, rule, today));
        findings.AddRange(CheckName(birth));
        findings.AddRange(await CheckNoticeAsync(birth, cancellationToken));
        if (birth.ChildBirthDate is { } bornOn && bornOn <= today)
        {
            findings.AddRange(await CheckParentsAsync(birth, bornOn, rule, cancellationToken));
            findings.AddRange(await CheckSiblingsAsync(birth, bornOn, rule, cancellationToken));
        }
        return findings;
    }

    private static IEnumerable<CheckFinding> CheckDate(CheckBirth birth, BirthRule rule, DateOnly today)
    {
        if (birth.ChildBirthDate is not { } bornOn)
            yield break;
        if (bornOn > today)
            yield return Wording.Finding("childBirthDate", true, "check.date-to-come", bornOn.Written());
        else if (today.DayNumber - bornOn.DayNumber > rule.RegisterWithinDays)
            yield return Wording.Finding("childBirthDate", false, "check.late", rule.RegisterWithinDays, rule.LegalBasis);
    }

    private static IEnumerable<CheckFinding> CheckName(CheckBirth birth)
    {
        var name = BirthEntry.JoinName(
            VietnameseText.Clean(birth.ChildSurname) ?? "", VietnameseText.Clean(birth.ChildMiddleName) ?? "",
            VietnameseText.Clean(birth.ChildGivenName) ?? "");
        if (name.Count(c => c == ' ') >= LongNameWords)
            yield return Wording.Finding("childMiddleName", false, "check.name-long");
        if (name.Any(c => !char.IsLetter(c) && c is not (' ' or '\'' or '’' or '-')))
            yield return Wording.Finding("childGivenName", true, "check.name-letters");
    }

    private async Task<IReadOnlyList<CheckFinding>> CheckNoticeAsync(CheckBirth birth, CancellationToken cancellationToken)
    {
        if (VietnameseText.Clean(birth.BirthNoticeCode) is not { } said)
            return [];
        if (!BirthNoticeCode.TryParse(said, null, out var code))
            return [Wording.Finding("birthNoticeCode", true, "check.notice-shape", BirthNoticeCode.Example)];
        if (birth.ChildBirthDate is { } bornOn && !code.IsOfYear(bornOn.Year))
            return [Wording.Finding("birthNoticeCode", true, "check.notice-year", code.Text[^2..], bornOn.Year.ToString(CultureInfo.InvariantCulture))];
        if (await db.BirthEntries.AnyAsync(e => e.BirthNoticeCode == code && e.State != BirthEntryState.Revoked, cancellationToken))
            return [Wording.Finding("birthNoticeCode", true, "check.notice-used")];
        return [];
    }

    private async Task<IReadOnlyList<CheckFinding>> CheckParentsAsync(
        CheckBirth birth, DateOnly bornOn, BirthRule rule, CancellationToken cancellationToken)
    {
        (string Property, Guid? Id)[] parents = [("motherId", birth.MotherId), ("fatherId", birth.FatherId)];
        var ids = parents.Select(p => p.Id).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var people = await mediator.Send(new FindPeople(ids, [PersonFields.BirthDate], Access: null), cancellationToken);
        var findings = new List<CheckFinding>();
        foreach (var (property, id) in parents.Where(p => p.Id is not null))
        {
            var parent = people.SingleOrDefault(p => p.PersonId == id);
            if (parent is null)
                findings.Add(Wording.Finding(property, true, "check.parent-unknown"));
            // Where only a year is known the date is its first day, so a refusal here is certain.
            else if (parent.BirthDate >= bornOn)
                findings.Add(Wording.Finding(property, true, property == "motherId" ? "check.mother-not-born" : "check.father-not-born"));
            else if (parent.BirthDate.AddYears(rule.ParentYearsOlder) > bornOn)
                findings.Add(Wording.Finding(property, true, property == "motherId" ? "check.mother-young" : "check.father-young", rule.ParentYearsOlder));
        }
        if (ids.Count == 1 && birth.MotherId is not null && birth.FatherId is not null)
            findings.Add(Wording.Finding("fatherId", true, "check.parents-same"));
        return findings;
    }

    private async Task<IReadOnlyList<CheckFinding>> CheckSiblingsAsync(
        CheckBirth birth, DateOnly bornOn, BirthRule rule, CancellationToken cancellationToken)
    {
        if (birth.MotherId is not { } mother)
            return [];
        var siblings = (await mediator.Send(new FindChildrenOf(mother, [PersonFields.BirthDate], Access: null), cancellationToken))
            .Where(s => s.BirthPrecision == DatePrecision.Day)
            .Select(s => Math.Abs(s.BirthDate.DayNumber - bornOn.DayNumber)).ToList();
        // Twins may be born before and after midnight.
        if (siblings.Any(days => days <= 1))
            return [Wording.Finding(null, false, "check.twin")];
        return siblings.Any(days => days < rule.SiblingDaysApart)
            ? [Wording.Finding("childBirthDate", false, "check.sibling-close")]
            : [];
    }
}
