using MediatR;
using Project06.BuildingBlocks.Access;

namespace Project06.Population.Contracts;

/// <summary>Kinds of residence (Law on Residence 68/2020/QH14; Law 26/2023/QH15 art. 9).</summary>
public enum ResidenceKind
{
    /// <summary>Thường trú.</summary>
    Permanent,
    /// <summary>Tạm trú: 30 days to 2 years.</summary>
    Temporary,
    /// <summary>Nơi ở hiện tại of somebody with no registered residence yet, such as a newborn.</summary>
    Current,
    /// <summary>Lưu trú: under 30 days.</summary>
    Stay,
}

/// <summary>Where a fact of the population database comes from.</summary>
public enum ChangeSource
{
    /// <summary>The first filling of the database.</summary>
    FirstRegistration,
    /// <summary>A decided dossier.</summary>
    Dossier,
    /// <summary>A birth entry.</summary>
    BirthEntry,
    /// <summary>A death entry.</summary>
    DeathEntry,
    /// <summary>A death entry taken out of force.</summary>
    DeathRevoked,
    /// <summary>The members named a new head, or the police on their behalf.</summary>
    Succession,
    /// <summary>A change in the civil-status register.</summary>
    CivilStatusEntry,
}

/// <summary>
/// Asks for a person as the law says they were on a day, by what was known at a moment; null when the person wasn't known
/// then. Recorded like <see cref="FindPeople"/>.
/// </summary>
/// <param name="PersonId">Whom.</param>
/// <param name="On">Legal date.</param>
/// <param name="KnownAt">Knowledge date: later corrections don't count; null: all that is known today.</param>
/// <param name="Fields">What will be shown (<see cref="PersonFields"/>).</param>
/// <param name="Access">Who asks and why; null for work between modules that shows nobody anything.</param>
public sealed record FindPersonAsOf(
    Guid PersonId, DateOnly On, DateTimeOffset? KnownAt, IReadOnlyCollection<string> Fields, AccessContext? Access)
    : IRequest<PersonAsOf?>;

/// <summary>A person as of a day.</summary>
/// <param name="Person">The record of that day; household and head are those of that day too.</param>
/// <param name="Residences">Residences in force on that day.</param>
public sealed record PersonAsOf(Person Person, IReadOnlyList<ResidenceLine> Residences);

/// <summary>Asks for all residences of a person, latest first, as known today. Recorded like <see cref="FindPeople"/>.</summary>
public sealed record FindResidences(Guid PersonId, AccessContext? Access) : IRequest<IReadOnlyList<ResidenceLine>>;

/// <summary>One residence.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="UnitCode">Commune code of its time.</param>
/// <param name="Address">Address within the commune.</param>
/// <param name="From">First day; null: since before the database was filled.</param>
/// <param name="Until">Last day; null: open.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="SourceRef">Dossier code or entry, if any.</param>
/// <param name="RecordedAt">When this version was recorded.</param>
public sealed record ResidenceLine(
    ResidenceKind Kind, string UnitCode, string Address, DateOnly? From, DateOnly? Until, ChangeSource Source,
    string? SourceRef, DateTimeOffset RecordedAt);
