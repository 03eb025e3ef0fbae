using MediatR;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Features.RecordStay;

/// <summary>Looks at a stay while it is filled in: too long is a temporary residence, and close relatives are notified once.</summary>
internal sealed class CheckStayHandler(PopulationDbContext db, ResidenceRules rules, TimeProvider clock)
    : IRequestHandler<CheckStay, IReadOnlyList<CheckFinding>>
{
    private static readonly Dictionary<string, string> Properties = new()
    {
        [RecordGuests.DatesReversed] = "until", [RecordGuests.TooLong] = "until", [RecordGuests.GuestTwice] = "guest1",
        [RecordGuests.HostIsGuest] = "guest1",
    };

    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckStay request, CancellationToken cancellationToken)
    {
        Guid?[] asked = [request.Guest1, request.Guest2, request.Guest3, request.Guest4, request.Guest5, request.Guest6];
        var guests = RecordGuests.Guests(asked);
        var from = request.From ?? clock.Today();
        var rule = rules.On(from);
        if (RecordGuests.Refused(rule, request.HostId, from, request.Until ?? from, guests) is { } reason)
            return [ResidenceWording.Finding(Properties[reason], true, reason, rule.TemporaryLeastDays)];
        if (request.HostId is not { } host || guests.Count == 0)
            return [];
        var standing = await RecordGuests.StandingAsync(db, host, guests, cancellationToken);
        return
        [
            .. asked.Select((guest, i) => (guest, i)).Where(g => g.guest is { } id && standing.Contains(id))
                .Select(g => ResidenceWording.Finding($"guest{g.i + 1}", false, "notified-once")),
        ];
    }
}
