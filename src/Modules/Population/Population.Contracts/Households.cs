using MediatR;
using Project06.BuildingBlocks.Access;

namespace Project06.Population.Contracts;

/// <summary>Relation to the head of the household; the official list hasn't been read (unverified).</summary>
public enum HouseholdRelation
{
    /// <summary>Chủ hộ.</summary>
    Head,
    /// <summary>Vợ, chồng.</summary>
    Spouse,
    /// <summary>Con.</summary>
    Child,
    /// <summary>Con dâu, con rể.</summary>
    ChildInLaw,
    /// <summary>Cháu (con của con).</summary>
    Grandchild,
    /// <summary>Cha, mẹ.</summary>
    Parent,
    /// <summary>Cha, mẹ của vợ hoặc chồng.</summary>
    ParentInLaw,
    /// <summary>Anh, chị, em.</summary>
    Sibling,
    /// <summary>Anh, chị, em dâu hoặc rể.</summary>
    SiblingInLaw,
    /// <summary>Cháu (con của anh, chị, em).</summary>
    NieceOrNephew,
    /// <summary>Khác.</summary>
    Other,
}

/// <summary>
/// Asks for the household of a person's permanent residence, as it is now; null when there is none. Every member shown
/// is recorded like in <see cref="FindPeople"/>.
/// </summary>
/// <param name="PersonId">Whose household.</param>
/// <param name="Fields">What of the members will be shown (<see cref="PersonFields"/>).</param>
/// <param name="Access">Who asks and why; null for work between modules that shows nobody anything.</param>
public sealed record FindHousehold(Guid PersonId, IReadOnlyCollection<string> Fields, AccessContext? Access)
    : IRequest<HouseholdOfPeople?>;

/// <summary>People who share one legal dwelling (Law on Residence 68/2020/QH14).</summary>
/// <param name="HouseholdId">Its id.</param>
/// <param name="UnitCode">Commune.</param>
/// <param name="Address">Address within the commune.</param>
/// <param name="HeadId">Its head; null while it waits for a successor.</param>
/// <param name="HeadlessSince">Since when it waits; null while it has a head.</param>
/// <param name="Members">The living members, the head first.</param>
public sealed record HouseholdOfPeople(
    Guid HouseholdId, string UnitCode, string Address, Guid? HeadId, DateOnly? HeadlessSince, IReadOnlyList<Person> Members);
