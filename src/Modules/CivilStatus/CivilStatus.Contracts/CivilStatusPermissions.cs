namespace Project06.CivilStatus.Contracts;

/// <summary>Permissions of CivilStatus.</summary>
public static class CivilStatusPermissions
{
    /// <summary>Reading one's own certificates.</summary>
    public const string OwnCertificates = "civil-status.own-certificates";
    /// <summary>Keeping the register of one's commune: reading entries, printing sheets, revoking.</summary>
    public const string KeepRegister = "civil-status.keep-register";
    /// <summary>Looking at certificates waiting for signature.</summary>
    public const string SignCertificates = "civil-status.sign-certificates";
}
