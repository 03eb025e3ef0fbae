namespace Project06.StandInBank;

/// <summary>What both sides agreed on beforehand.</summary>
public sealed class BankSettings
{
    /// <summary>Signs what the merchant sends.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Signs what the bank sends.</summary>
    public string CallbackSecret { get; set; } = "";

    /// <summary>Where the merchant wants to be told; null: nobody is told.</summary>
    public Uri? CallbackUrl { get; set; }

    /// <summary>How long a late callback waits.</summary>
    public TimeSpan Late { get; set; } = TimeSpan.FromSeconds(45);
}
