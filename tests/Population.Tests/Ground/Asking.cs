using System.Text.Json;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Tests.Ground;

/// <summary>Dossiers that ask for effects, and what came of them.</summary>
internal static class Asking
{
    public const string Police = "G01.26.00.01";

    /// <summary>Tells a decided dossier's asking twice, as a delivery after a crash would, and answers its request.</summary>
    public static async Task<EffectRequested> DecideAsync(
        this PopulationGround ground, string effect, object fields, Guid? applicant = null, Guid? officer = null, DateTimeOffset? decidedAt = null)
    {
        var asked = new EffectRequested(Guid.CreateVersion7(), Guid.CreateVersion7(), effect);
        ground.Neighbours.EffectInputs[asked.RequestId] = new EffectInput(
            effect, JsonSerializer.SerializeToElement(fields, fields.GetType(), JsonSerializerOptions.Web), asked.DossierId, "G01.26-7", "1.004222",
            applicant ?? Guid.NewGuid(), Police, Families.Ward, officer ?? Guid.NewGuid(), decidedAt ?? TimeProvider.System.GetUtcNow(), []);
        await ground.TellAsync(asked);
        await ground.TellAsync(asked);
        return asked;
    }

    /// <summary>The one answer: the reason of a refusal, or the address of the result.</summary>
    public static async Task<string> AnswerAsync(this PopulationGround ground, EffectRequested asked) => Assert.Single(await ground.QueryAsync<string>("""
        SELECT coalesce(payload ->> 'reasonCode', payload -> 'result' ->> 'path') FROM population.events
        WHERE subject = $1 AND name = 'public-services.effect-answered'
        """, null, $"dossier:{asked.DossierId}"));
}
