namespace Project06.EIdentification.Contracts;

/// <summary>Permissions of EIdentification and of the host's own administration pages.</summary>
public static class EIdentificationPermissions
{
    /// <summary>Using one's own account.</summary>
    public const string OwnAccount = "e-identification.own-account";
    /// <summary>Activating accounts of people who stand before one, and giving them new ways to sign in.</summary>
    public const string Activate = "e-identification.activate";
    /// <summary>Appointing and ending the posts of one's own organisation.</summary>
    public const string Staff = "e-identification.staff";
    /// <summary>Watching and repairing jobs and parked events.</summary>
    public const string Operate = "host.operate";
}
