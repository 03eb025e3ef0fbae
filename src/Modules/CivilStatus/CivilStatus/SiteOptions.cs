namespace Project06.CivilStatus;

/// <summary>Section <c>Site</c>: how papers name the address they are verified at.</summary>
internal sealed class SiteOptions
{
    /// <summary>Absolute address of the host, as printed in QR codes; without a slash at the end.</summary>
    public string BaseUrl { get; set; } = "http://localhost:8006";

    public string VerificationUrl(string token) => $"{BaseUrl.TrimEnd('/')}/c/{token}";
}
