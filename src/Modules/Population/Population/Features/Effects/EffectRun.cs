using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Features.Effects;

/// <summary>What an effect came to: a reason why not, or a result.</summary>
internal sealed record Outcome(string? Refused, DossierResult? Result)
{
    public static Outcome Done(string kind, string path) => new(null, new DossierResult(kind, path, IsFinal: true));

    public static implicit operator Outcome(string reason) => new(reason, null);
}

/// <summary>An effect as it is asked for.</summary>
/// <param name="Fields">The mapped answers.</param>
/// <param name="Input">Whose dossier, who decided.</param>
/// <param name="RequestId">The asking.</param>
/// <param name="By">The same, as versions keep it.</param>
internal sealed record Asked<T>(T Fields, EffectInput Input, Guid RequestId, Provenance By);

/// <summary>Carries out what a dossier asks for, in one transaction and once, however often it is told.</summary>
internal sealed class EffectRun(PopulationDbContext db, IMediator mediator, TimeProvider clock)
{
    // How mapped answers are read: camelCase, enums by name.
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task OnceAsync<T>(
        EffectRequested happened, Func<Asked<T>, CancellationToken, Task<Outcome>> carryOut, CancellationToken cancellationToken)
    {
        var input = await mediator.Send(new FindEffectInput(happened.RequestId), cancellationToken);
        var fields = input.Fields.Deserialize<T>(Json) ?? throw new InvalidOperationException($"Request {happened.RequestId} has no fields.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"request:{happened.RequestId}", cancellationToken);
        if (await db.CarriedOut.AnyAsync(c => c.RequestId == happened.RequestId, cancellationToken))
            return;

        var now = clock.GetUtcNow();
        var outcome = await carryOut(
            new Asked<T>(fields, input, happened.RequestId, Provenance.Of(input, happened.RequestId, now)), cancellationToken);
        db.Add(new CarriedOut
        {
            RequestId = happened.RequestId, Effect = happened.Effect, At = now, Refused = outcome.Refused, FiledBy = input.ApplicantId,
            DossierCode = input.DossierCode, ProcedureCode = input.ProcedureCode, DecidingOrganisation = input.DecidingOrganisation,
            DecidingUnit = input.DecidingUnit, DecidedAt = input.DecidedAt,
        });
        db.Raise(new EffectAnswered(
            happened.DossierId, happened.RequestId, outcome.Refused is null ? EffectOutcome.Done : EffectOutcome.Refused, outcome.Refused, outcome.Result));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
