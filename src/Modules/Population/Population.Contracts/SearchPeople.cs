using MediatR;
using Project06.BuildingBlocks.Access;

namespace Project06.Population.Contracts;

/// <summary>
/// Finds people at a counter: by number, or by full name (with or without tones) and birth date together. Shows what
/// tells people apart and no more; one ledger row per hit is committed before the answer leaves. Neither a number nor
/// both name and birth date: no hits.
/// </summary>
/// <param name="Number">12 digits; null to search by name.</param>
/// <param name="Name">Full name, or words of it, with or without tones.</param>
/// <param name="BirthDate">Birth date; a person whose papers give only the year or month is found by any day of it.</param>
/// <param name="Access">Who asks and why: an office, with purpose search.</param>
public sealed record SearchPeople(string? Number, string? Name, DateOnly? BirthDate, AccessContext Access)
    : IRequest<IReadOnlyList<PersonHit>>
{
    /// <summary>More hits than these are not told: ask for a fuller name.</summary>
    public const int Most = 20;
}

/// <summary>The least that tells two people apart.</summary>
/// <param name="PersonId">Id between modules.</param>
/// <param name="FullName">Full name.</param>
/// <param name="BirthDate">Birth date, only as exact as <paramref name="BirthPrecision"/>.</param>
/// <param name="BirthPrecision">How much of it is known.</param>
/// <param name="Sex">Sex.</param>
/// <param name="ResidenceUnit">Commune code of permanent residence.</param>
/// <param name="NumberEnd">Last four digits of the number.</param>
/// <param name="IsAlive">False once a death is recorded.</param>
public sealed record PersonHit(
    Guid PersonId, string FullName, DateOnly BirthDate, DatePrecision BirthPrecision, Sex Sex, string ResidenceUnit,
    string NumberEnd, bool IsAlive);
