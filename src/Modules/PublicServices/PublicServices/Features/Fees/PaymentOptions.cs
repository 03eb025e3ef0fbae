using System.Text;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Section <c>Payments</c> of the configuration; keys come from the environment.</summary>
internal sealed class PaymentOptions
{
    /// <summary>Address of the payment gateway; empty: nobody can pay online, only at a counter.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>Who we are to the gateway.</summary>
    public string Merchant { get; set; } = "";

    /// <summary>Signs what we send.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Signs what the gateway sends.</summary>
    public string CallbackSecret { get; set; } = "";

    /// <summary>Where transfers go: the bank's BIN, the account, its owner's name.</summary>
    public string BankBin { get; set; } = "";

    public string Account { get; set; } = "";
    public string AccountName { get; set; } = "";

    /// <summary>How long an order can be paid.</summary>
    public int OrderMinutes { get; set; } = 60;

    /// <summary>How far the clocks of gateway and host may be apart.</summary>
    public int ClockMinutes { get; set; } = 5;

    public bool IsOnline => GatewayUrl.Length > 0 && Secret.Length > 0 && CallbackSecret.Length > 0;

    public byte[] Key => Encoding.UTF8.GetBytes(Secret);
    public byte[] CallbackKey => Encoding.UTF8.GetBytes(CallbackSecret);
}
