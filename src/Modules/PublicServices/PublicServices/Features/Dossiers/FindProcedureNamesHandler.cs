using MediatR;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

internal sealed class FindProcedureNamesHandler(ProcedureBook procedures)
    : IRequestHandler<FindProcedureNames, IReadOnlyDictionary<string, string>>
{
    public Task<IReadOnlyDictionary<string, string>> Handle(FindProcedureNames request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(procedures.All
            .Where(p => request.Codes.Contains(p.Code)).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.Last().Name.Here));
}
