namespace Project06.EIdentification.Contracts;

/// <summary>Permissions of EIdentification and of the host's own administration pages.</summary>
public static class EIdentificationPermissions
{
    /// <summary>Using one's own account.</summary>
    public const string OwnAccount = "e-identification.own-account";
    /// <summary>Watching and repairing jobs and parked events.</summary>
    public const string Operate = "host.operate";
}
