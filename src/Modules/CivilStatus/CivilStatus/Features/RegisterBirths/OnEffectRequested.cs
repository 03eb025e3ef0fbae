using MediatR;
using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>
/// A dossier asks for one of this module's effects. Each is done once: a crash anywhere, or a second delivery, finds
/// the entry as it is and goes on from there.
/// </summary>
internal sealed class OnEffectRequested(
    IMediator mediator, WriteBirthEntry write, ConfirmDistinct confirm, SignCertificate sign) : IEventHandler<EffectRequested>
{
    public const string RegisterBirth = "civil-status.register-birth",
        ConfirmDistinctChild = "civil-status.confirm-distinct-child",
        SignBirthCertificate = "civil-status.sign-birth-certificate";

    public async Task HandleAsync(EffectRequested happened, EventContext context, CancellationToken cancellationToken)
    {
        Func<EffectRequested, EffectInput, CancellationToken, Task>? effect = happened.Effect switch
        {
            RegisterBirth => write.RunAsync,
            ConfirmDistinctChild => confirm.RunAsync,
            SignBirthCertificate => sign.RunAsync,
            _ => null,
        };
        if (effect is null)
            return;
        var input = await mediator.Send(new FindEffectInput(happened.RequestId), cancellationToken);
        await effect(happened, input, cancellationToken);
    }
}
