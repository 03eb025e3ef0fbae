namespace Project06.PublicServices.Contracts;

/// <summary>Permissions of PublicServices.</summary>
public static class PublicServicesPermissions
{
    /// <summary>Filing dossiers for oneself and following them.</summary>
    public const string File = "public-services.file";
    /// <summary>Working at the desk of an office.</summary>
    public const string Desk = "public-services.desk";
    /// <summary>Helping citizens to file at a counter, of a commune's centre or a post office.</summary>
    public const string Counter = "public-services.counter";
}
