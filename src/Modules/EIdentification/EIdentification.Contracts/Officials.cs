using MediatR;

namespace Project06.EIdentification.Contracts;

/// <summary>
/// Asks who holds posts in an organisation now, deputies included: whom work can be handed to. Ids only; names come from
/// Population, where showing them is recorded.
/// </summary>
/// <param name="OrganisationCode">The organisation.</param>
/// <param name="Role">One of <see cref="Roles"/>; null: any.</param>
public sealed record FindOfficials(string OrganisationCode, string? Role) : IRequest<IReadOnlyList<Official>>;

/// <summary>Somebody in a post.</summary>
/// <param name="PersonId">The person, known to Population.</param>
/// <param name="Role">The role of the post.</param>
public sealed record Official(Guid PersonId, string Role);
