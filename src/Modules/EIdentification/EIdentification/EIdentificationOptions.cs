namespace Project06.EIdentification;

/// <summary>Section <c>EIdentification</c> of the configuration.</summary>
internal sealed class EIdentificationOptions
{
    /// <summary>Most sign-in forms one client address may send in a minute, to one host.</summary>
    public int SignInPostsPerMinute { get; set; } = 20;

    /// <summary>Minutes without a request after which a session locks itself.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>The same, while the account holds a post.</summary>
    public int OfficialIdleMinutes { get; set; } = 15;

    /// <summary>The same, on a computer that others use.</summary>
    public int SharedIdleMinutes { get; set; } = 5;
}
