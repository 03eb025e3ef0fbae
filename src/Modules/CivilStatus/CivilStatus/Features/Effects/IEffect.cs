using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.Effects;

/// <summary>
/// What a dossier can make this module do. Done once: a crash anywhere, or a second delivery, finds the entry as it is
/// and goes on from there.
/// </summary>
internal interface IEffect
{
    /// <summary>As procedure folders write it.</summary>
    string Name { get; }

    Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken);
}
