using Project06.EIdentification.Contracts;

namespace Project06.EIdentification.Domain;

/// <summary>An organisation as long as it exists; <see cref="ValidTo"/> is its last day.</summary>
internal sealed class DatedOrganisation
{
    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string UnitCode { get; init; }
    public required string Address { get; init; }
    /// <summary>False while the code isn't confirmed by a published list.</summary>
    public required bool Verified { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public Organisation ToContract() => new(Code, Kind, Name, NameEn, UnitCode, Address);
}

/// <summary>A role that an account holds in an organisation from one instant until another: noon means noon.</summary>
internal sealed class Post
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }
    public required string OrganisationCode { get; init; }
    public required DateTimeOffset ValidFrom { get; init; }
    /// <summary>First instant without it.</summary>
    public DateTimeOffset? ValidTo { get; set; }
}
