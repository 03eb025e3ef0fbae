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
    /// <summary>First instant without it; <see cref="ValidFrom"/> itself where it was taken back before it began.</summary>
    public DateTimeOffset? ValidTo { get; set; }
    /// <summary>The absent leader's post that this one stands in for.</summary>
    public Guid? DeputyFor { get; init; }
    /// <summary>Account that gave it; null for those of the beginning.</summary>
    public Guid? AppointedBy { get; init; }
    public DateTimeOffset? AppointedAt { get; init; }
    public Guid? EndedBy { get; set; }
    /// <summary>When its end was decided.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    /// <summary>The entry of the death that ended it.</summary>
    public Guid? EndedByDeath { get; set; }
    /// <summary>The end it had before that.</summary>
    public DateTimeOffset? EndBeforeDeath { get; set; }

    public bool IsHeldAt(DateTimeOffset now) => ValidFrom <= now && (ValidTo is null || now < ValidTo);

    /// <summary>Whether it is held or will be.</summary>
    public bool IsOpenAt(DateTimeOffset now) => ValidTo is null || (now < ValidTo && ValidFrom < ValidTo);

    /// <summary>Ends it then, or earlier where it would have ended anyway.</summary>
    public void End(DateTimeOffset at, Guid? by, DateTimeOffset now)
    {
        var end = at < ValidFrom ? ValidFrom : at;
        if (ValidTo is null || end < ValidTo)
            (ValidTo, EndedBy, EndedAt) = (end, by, now);
    }

    public void EndByDeath(Guid entry, DateTimeOffset now)
    {
        (EndedByDeath, EndBeforeDeath) = (entry, ValidTo);
        End(now, null, now);
    }

    /// <summary>The death wasn't one: the post has the end it had before.</summary>
    public void Restore()
    {
        (ValidTo, EndedBy, EndedAt) = (EndBeforeDeath, null, null);
        (EndedByDeath, EndBeforeDeath) = (null, null);
    }
}
