namespace Project06.EIdentification;

/// <summary>Section <c>EIdentification</c> of the configuration.</summary>
internal sealed class EIdentificationOptions
{
    /// <summary>Most sign-in forms one client address may send in a minute, to one host.</summary>
    public int SignInPostsPerMinute { get; set; } = 20;

    /// <summary>
    /// Host name that passkeys belong to, such as <c>dichvucong.example.vn</c>, where a proxy stands before the host; empty
    /// means the one asked for. Changing it makes every registered passkey useless.
    /// </summary>
    public string PasskeyDomain { get; set; } = "";

    /// <summary>Key of the hashes of codes, devices and attempts; empty means one derived from Database:RoleSecret.</summary>
    public string HashSecret { get; set; } = "";

    /// <summary>Where letters are put for printing and posting, one HTML file each; empty means beside the mails.</summary>
    public string LetterFolder { get; set; } = "";

    /// <summary>Minutes without a request after which a session locks itself.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>The same, while the account holds a post.</summary>
    public int OfficialIdleMinutes { get; set; } = 15;

    /// <summary>The same, on a computer that others use.</summary>
    public int SharedIdleMinutes { get; set; } = 5;
}
