using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.Effects;
using Project06.Population.Features.ResidenceNotices;

namespace Project06.Population.Features.RegisterResidence;

/// <summary><c>population.register-temporary-residence</c>, first time or renewal: each span is a residence of its own.</summary>
internal sealed class RegisterTemporary(PopulationDbContext db, ResidenceBook book, ResidenceRules rules)
{
    public const string PersonUnknown = "person-unknown", TooShort = "too-short", TooLong = "too-long", DatesReversed = "until-before-from",
        Overlaps = "temporary-overlaps", AddressMissing = "address-missing";

    public async Task<Outcome> RunAsync(Asked<RegisterTemporaryResidence> asked, CancellationToken cancellationToken)
    {
        var fields = asked.Fields;
        await db.LockAsync($"person:{fields.PersonId}", cancellationToken);
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == fields.PersonId && p.DiedOn == null, cancellationToken) is not { } person)
            return PersonUnknown;
        if (VietnameseText.Clean(fields.Address) is not { } address)
            return AddressMissing;
        if (SpanRefused(rules.On(fields.From), fields.From, fields.Until) is { } span)
            return span;
        var known = await book.ResidencesAsync([person], cancellationToken);
        if (known.Any(r => Overlap(r, fields.From, fields.Until)))
            return Overlaps;
        db.Add(Residence.Start(
            person.Id, ResidenceKind.Temporary, fields.UnitCode, address, fields.From, fields.Until, asked.By, fields.HostId));
        db.Raise(new PersonChanged(person.Id, [PersonFields.Residence]));
        return Outcome.Done("residence-notice", ResidenceNoticeLinks.Of(asked.RequestId));
    }

    /// <summary>Why the span isn't a temporary residence; null when it is.</summary>
    public static string? SpanRefused(ResidenceRule rule, DateOnly from, DateOnly until) =>
        until < from ? DatesReversed
        : ResidenceRule.Days(from, until) < rule.TemporaryLeastDays ? TooShort
        : rule.IsTooLong(from, until) ? TooLong
        : null;

    /// <summary>One temporary residence at a time; a renewal begins the day after the last one's end.</summary>
    public static bool Overlap(Residence residence, DateOnly from, DateOnly until) =>
        residence.Kind == ResidenceKind.Temporary && residence.Status != VersionStatus.Annulled
        && (residence.UntilDate is not { } end || end >= from) && (residence.FromDate is not { } start || start <= until);
}
