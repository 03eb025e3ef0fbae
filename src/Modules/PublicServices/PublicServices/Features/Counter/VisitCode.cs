using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Counter;

/// <summary>The six digits a citizen tells the clerk. Covered in the database, shown to the citizen only.</summary>
internal sealed class VisitCode(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("public-services.visit-code");

    public void Send(CounterVisit visit) =>
        visit.Send(protector.Protect(RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture)));

    /// <summary>The code as the citizen sees it; null when there is none.</summary>
    public string? Show(CounterVisit visit) => visit.CoveredCode is { } covered ? protector.Unprotect(covered) : null;

    public bool Matches(CounterVisit visit, string typed) => Show(visit) is { } code
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(typed));
}
