using MediatR;

namespace Project06.Population.Contracts;

/// <summary>
/// Asks where a paper of this module with this token is verified; null: none of its papers has it. The printed address
/// <c>/c/{token}</c> is CivilStatus' page, which sends on to the answer. Shows nobody anything.
/// </summary>
public sealed record FindPaperAddress(string Token) : IRequest<string?>;
