using MediatR;
using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.Effects;

/// <summary>A dossier asks for one of this module's effects.</summary>
internal sealed class OnEffectRequested(IMediator mediator, IEnumerable<IEffect> effects) : IEventHandler<EffectRequested>
{
    public const string RegisterBirth = "civil-status.register-birth",
        ConfirmDistinctChild = "civil-status.confirm-distinct-child",
        ConfirmSameChild = "civil-status.confirm-same-child",
        SignBirthCertificate = "civil-status.sign-birth-certificate",
        RegisterDeath = "civil-status.register-death",
        SignDeathExtract = "civil-status.sign-death-extract",
        IssueCopies = "civil-status.issue-copies",
        AmendBirthEntry = "civil-status.amend-birth-entry",
        SignChangeExtract = "civil-status.sign-change-extract";

    public async Task HandleAsync(EffectRequested happened, EventContext context, CancellationToken cancellationToken)
    {
        if (effects.SingleOrDefault(e => e.Name == happened.Effect) is not { } effect)
            return;
        var input = await mediator.Send(new FindEffectInput(happened.RequestId), cancellationToken);
        await effect.RunAsync(happened, input, cancellationToken);
    }
}
