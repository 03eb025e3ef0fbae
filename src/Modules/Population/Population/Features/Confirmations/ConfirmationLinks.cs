using System.Globalization;

namespace Project06.Population.Features.Confirmations;

/// <summary>Addresses of confirmations of residence.</summary>
internal static class ConfirmationLinks
{
    /// <summary>The paper is Vietnamese, and so is what is said of its picture.</summary>
    public const string QrLabel = "Mã QR để kiểm tra giấy này";

    public static string Of(Guid id) => $"/population/confirmations/{id}";

    public static string File(Guid id) => $"/population/confirmations/{id}/file";

    public static string FileName(DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"xac-nhan-cu-tru-{asOf:yyyyMMdd}.pdf");

    /// <summary>Where it is verified.</summary>
    public static string Check(string token) => $"/population/papers/{token}";

    /// <summary>The address printed on it, below the site's address.</summary>
    public static string Verify(string token) => $"/c/{token}";
}
