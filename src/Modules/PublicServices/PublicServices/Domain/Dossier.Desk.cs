using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Domain;

// Who can move the dossier now, and which colleague has taken it on.
internal sealed partial class Dossier
{
    /// <summary>The organisation whose official acts at the step; null at the applicant's steps and at the end.</summary>
    public string? ActingOrganisation { get; private set; }

    /// <summary>The role that acts at the step, one of <c>Roles</c>; null with <see cref="ActingOrganisation"/>.</summary>
    public string? ActingRole { get; private set; }

    /// <summary>Whoever took the dossier on last, and in which role: it counts while that role acts.</summary>
    public Guid? HolderId { get; private set; }

    public string? HolderRole { get; private set; }

    /// <summary>Whether the citizen must do something first; kept by the database.</summary>
    public bool Waits { get; private set; }

    /// <summary>Who has the dossier now; null when nobody of the acting role has taken it on.</summary>
    public Guid? Holder => HolderRole is not null && HolderRole == ActingRole ? HolderId : null;

    /// <summary>Says who acts at the step. A colleague who had it in that role finds it again.</summary>
    public void StandAt(Step step) => (ActingOrganisation, ActingRole) = step.Office switch
    {
        OfficePlace.Receiving => (ReceivingOrganisation, step.Role),
        OfficePlace.Deciding => (DecidingOrganisation, step.Role),
        _ => (null, null),
    };

    /// <summary>Somebody of the acting role takes it on, or is given it; null gives it back to all of them.</summary>
    public void HandTo(Guid? person) => (HolderId, HolderRole) = (person, person is null ? null : ActingRole);
}
