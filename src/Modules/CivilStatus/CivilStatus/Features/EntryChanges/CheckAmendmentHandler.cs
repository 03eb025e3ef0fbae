using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Paper;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>
/// Looks at an amendment as asked so far. Those the entry names are told what stands in the register; that look at
/// somebody else's data is recorded.
/// </summary>
internal sealed class CheckAmendmentHandler(CivilStatusDbContext db, ReferenceBook reference, TimeProvider clock)
    : IRequestHandler<CheckAmendment, IReadOnlyList<CheckFinding>>
{
    /// <summary>Civil Code 91/2015 art. 27: from this age a person's name isn't changed without their consent (unverified).</summary>
    private const int OwnConsentYears = 9;
    private const string Procedure = "1.004859";

    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckAmendment asked, CancellationToken cancellationToken)
    {
        if (asked.SubjectId is not { } subject)
            return [];
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(
            e => e.ChildId == subject && e.State == BirthEntryState.Signed, cancellationToken);
        if (entry is null)
            return [Wording.Finding("subjectId", true, "check-change.no-entry")];
        if (AskedChange.KindOf(asked.Kind) is null || asked.Field is not { } field)
            return [];
        var now = BirthWords.Of(entry, await db.NotesOfAsync(entry.Id, cancellationToken));
        var words = new PaperWords(reference.Current, clock.Today());
        var findings = new List<CheckFinding>();
        if (asked.RequesterId is { } requester && Names(entry, requester))
            findings.Add(await SayRegisteredAsync(subject, requester, field, now, words, cancellationToken));
        if (HasValue(asked))
        {
            var change = AskedChange.Of(AsEffect(asked, subject, field), now, words);
            if (change.Problem is { } problem)
                findings.Add(Wording.Finding("field", true, "check-change." + problem));
        }
        if (asked.BirthDate > clock.Today())
            findings.Add(Wording.Finding("birthDate", true, "check.date-to-come", asked.BirthDate.Value.Written()));
        if (field == "name" && asked.RequesterId != subject && asked.SubjectIsNine is false && now.BirthDate.AddYears(OwnConsentYears) <= clock.Today())
            findings.Add(Wording.Finding("subjectIsNine", true, "check-change.is-nine", OwnConsentYears));
        return findings;
    }

    private async Task<CheckFinding> SayRegisteredAsync(
        Guid subject, Guid requester, string field, BirthWords now, PaperWords words, CancellationToken cancellationToken)
    {
        var parts = AskedChange.PartsOf(field);
        await db.RecordAccessAsync(
            new AccessContext(null, requester, "civil-status", "Sổ hộ tịch điện tử, hiện cho người có tên trong sổ", AccessPurposes.FillForm, Procedure),
            [new PersonShown(subject, [.. parts.Select(ChangeAccess.ShownAs)])], cancellationToken);
        return Wording.Finding("field", false, "check-change.registered", string.Join(
            "; ", parts.Select(p => $"{FieldNames.Of(p)}: {FieldNames.Words(AskedChange.Words(words, p, now.ValueOf(p)))}")));
    }

    private static bool Names(BirthEntry entry, Guid person) => person == entry.ChildId || person == entry.MotherId || person == entry.FatherId;

    private static bool HasValue(CheckAmendment asked) => asked.BirthDate is not null || new[]
    {
        asked.Surname, asked.GivenName, asked.Sex, asked.BirthPlace, asked.NativePlace, asked.Ethnicity, asked.Nationality,
    }.Any(value => !string.IsNullOrWhiteSpace(value));

    private static AmendBirthEntry AsEffect(CheckAmendment asked, Guid subject, string field) => new(
        asked.Kind!, subject, field, asked.Surname, asked.MiddleName, asked.GivenName, asked.BirthDate, asked.Sex, asked.BirthPlace,
        asked.NativePlace, asked.Ethnicity, asked.Nationality, "", asked.RequesterId ?? Guid.Empty);
}
