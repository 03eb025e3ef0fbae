using MediatR;

namespace Project06.PublicServices.Contracts;

/// <summary>Asks for the names of procedures, in the language of the page being written; unknown codes are left out.</summary>
public sealed record FindProcedureNames(IReadOnlyCollection<string> Codes) : IRequest<IReadOnlyDictionary<string, string>>;
