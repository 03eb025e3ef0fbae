using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.Effects;
using Project06.Population.Features.ResidenceNotices;
using Asking = Project06.Population.Contracts.RecordStay;

namespace Project06.Population.Features.RecordStay;

/// <summary><c>population.record-stay</c>: one stay for each guest; a close relative notified once already is not written again.</summary>
internal sealed class RecordGuests(PopulationDbContext db, ResidenceBook book, ResidenceRules rules)
{
    public const string GuestUnknown = "person-unknown", DatesReversed = "until-before-from", TooLong = "stay-too-long",
        GuestTwice = "guest-twice", HostIsGuest = "host-is-guest", AddressMissing = "address-missing";

    public async Task<Outcome> RunAsync(Asked<Asking> asked, CancellationToken cancellationToken)
    {
        var fields = asked.Fields;
        await db.LockAsync($"stays:{fields.HostId}", cancellationToken);
        var guests = Guests(fields.Guest1, fields.Guest2, fields.Guest3, fields.Guest4, fields.Guest5, fields.Guest6);
        if (VietnameseText.Clean(fields.Address) is not { } address)
            return AddressMissing;
        if (Refused(rules.On(fields.From), fields.HostId, fields.From, fields.Until, guests) is { } reason)
            return reason;
        var people = await db.Persons.Where(p => guests.Contains(p.Id) && p.DiedOn == null).ToListAsync(cancellationToken);
        if (people.Count != guests.Distinct().Count())
            return GuestUnknown;

        // So that their first residences stand before a stay is written.
        await book.ResidencesAsync(people, cancellationToken);
        var standing = await StandingAsync(db, fields.HostId, guests, cancellationToken);
        var kinship = await Kinship.LoadAsync(db, [fields.HostId, .. guests], cancellationToken);
        foreach (var guest in people.Where(p => !standing.Contains(p.Id)))
        {
            db.Add(Residence.Start(
                guest.Id, ResidenceKind.Stay, fields.UnitCode, address, fields.From, fields.Until, asked.By, fields.HostId,
                kinship.AreClose(fields.HostId, guest.Id)));
            db.Raise(new PersonChanged(guest.Id, [PersonFields.Residence]));
        }
        return Outcome.Done("residence-notice", ResidenceNoticeLinks.Of(asked.RequestId));
    }

    public static List<Guid> Guests(params Guid?[] guests) => [.. guests.OfType<Guid>()];

    /// <summary>Why the stay can't be recorded as declared; null when it can.</summary>
    public static string? Refused(ResidenceRule rule, Guid? host, DateOnly from, DateOnly until, List<Guid> guests) =>
        until < from ? DatesReversed
        : ResidenceRule.Days(from, until) > rule.StayMostDays ? TooLong
        : guests.Distinct().Count() != guests.Count ? GuestTwice
        : host is { } id && guests.Contains(id) ? HostIsGuest
        : null;

    /// <summary>Guests whose repeated stays at this host's need no new notice.</summary>
    public static async Task<HashSet<Guid>> StandingAsync(
        PopulationDbContext db, Guid hostId, List<Guid> guests, CancellationToken cancellationToken) =>
        [.. await db.Residences.Where(r => r.HostId == hostId && r.CoversRepeats && guests.Contains(r.PersonId)).Select(r => r.PersonId).ToListAsync(cancellationToken)];
}
