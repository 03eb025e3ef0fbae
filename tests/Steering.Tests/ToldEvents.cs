using System.Text.Json;
using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using System.Reflection;

namespace Project06.Steering.Tests;

/// <summary>One database and one host.</summary>
[CollectionDefinition(nameof(SteeringGround))]
public sealed class SteeringGround : ICollectionFixture<TestGround>;

/// <summary>Events in PublicServices' outbox, as if it had told them.</summary>
internal static class ToldEvents
{
    public static async Task TellAsync(this TestDatabase database, IEvent happened, string consumer, int version)
    {
        var id = Guid.CreateVersion7();
        var name = happened.GetType().GetCustomAttribute<EventAttribute>()!.Name;
        await database.ExecuteAsync(
            "INSERT INTO public_services.events (id, subject, subject_version, name, payload, occurred_at) VALUES ($1, $2, $3, $4, $5::jsonb, now())",
            id, happened.Subject, version, name, JsonSerializer.Serialize(happened, happened.GetType(), JsonSerializerOptions.Web));
        await database.ExecuteAsync(
            "INSERT INTO public_services.deliveries (event_id, consumer, subject, subject_version) VALUES ($1, $2, $3, $4)",
            id, consumer, happened.Subject, version);
    }

    public static Task FiledAsync(this TestDatabase database, Guid dossier, string unit, int channel, DateTimeOffset at) =>
        database.TellAsync(new DossierFiled(dossier, "9.000001", unit, channel, at), "Steering.OnDossierFiled", 1);

    public static Task AcceptedAsync(this TestDatabase database, Guid dossier, DateTimeOffset at) =>
        database.TellAsync(new DossierAccepted(dossier, at, at.AddDays(1)), "Steering.OnDossierAccepted", 2);

    public static Task EndedAsync(this TestDatabase database, Guid dossier, DateTimeOffset at, bool inTime, int minutes) =>
        database.TellAsync(new DossierEnded(dossier, 9, at, inTime, minutes), "Steering.OnDossierEnded", 3);
}
