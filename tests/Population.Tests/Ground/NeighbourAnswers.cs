using System.Collections.Concurrent;
using MediatR;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Tests.Ground;

/// <summary>What CivilStatus, PublicServices and EIdentification know in these tests.</summary>
public sealed class NeighbourAnswers
{
    public ConcurrentDictionary<Guid, BirthEntryContent> BirthEntries { get; } = new();

    public IReadOnlyList<Organisation> Organisations { get; } =
    [
        new("H26.00.01.01", OrganisationKinds.CommuneServiceCentre, "Trung tâm Phục vụ hành chính công phường Cửa Nam", "", Families.Ward, "1 phố Mẫu"),
        new("G01.26.00.01", OrganisationKinds.CommunePolice, "Công an phường Cửa Nam", "", Families.Ward, "2 phố Mẫu"),
    ];

    public ConcurrentDictionary<Guid, EffectInput> EffectInputs { get; } = new();

    /// <summary>Dossiers that a page may be opened through.</summary>
    public ConcurrentDictionary<string, DossierScope> Dossiers { get; } = new();

    internal sealed class Scopes(NeighbourAnswers known) : IRequestHandler<FindDossierScope, DossierScope?>
    {
        public Task<DossierScope?> Handle(FindDossierScope request, CancellationToken cancellationToken) =>
            Task.FromResult(known.Dossiers.GetValueOrDefault(request.DossierCode));
    }

    internal sealed class Births(NeighbourAnswers known) : IRequestHandler<FindBirthEntry, BirthEntryContent>
    {
        public Task<BirthEntryContent> Handle(FindBirthEntry request, CancellationToken cancellationToken) =>
            Task.FromResult(known.BirthEntries[request.BirthEntryId]);
    }

    internal sealed class Procedures : IRequestHandler<FindProcedureNames, IReadOnlyDictionary<string, string>>
    {
        public Task<IReadOnlyDictionary<string, string>> Handle(FindProcedureNames request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(request.Codes.ToDictionary(code => code, code => $"({code})"));
    }

    internal sealed class Effects(NeighbourAnswers known) : IRequestHandler<FindEffectInput, EffectInput>
    {
        public Task<EffectInput> Handle(FindEffectInput request, CancellationToken cancellationToken) =>
            Task.FromResult(known.EffectInputs[request.RequestId]);
    }

    internal sealed class Offices(NeighbourAnswers known)
        : IRequestHandler<FindOrganisations, IReadOnlyList<Organisation>>, IRequestHandler<FindOrganisation, Organisation?>
    {
        public Task<IReadOnlyList<Organisation>> Handle(FindOrganisations request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Organisation>>([.. known.Organisations.Where(o => request.Codes.Contains(o.Code))]);

        public Task<Organisation?> Handle(FindOrganisation request, CancellationToken cancellationToken) =>
            Task.FromResult(known.Organisations.FirstOrDefault(o => o.Kind == request.Kind && o.UnitCode == request.UnitCode));
    }
}
