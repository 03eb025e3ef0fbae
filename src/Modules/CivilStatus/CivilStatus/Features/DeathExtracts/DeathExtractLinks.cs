using System.Globalization;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.DeathExtracts;

/// <summary>Addresses of extracts; written into dossiers' results, so they never change.</summary>
internal static class DeathExtractLinks
{
    public static string Show(Guid entryId) => $"/civil-status/death-extracts/{entryId}";

    public static string Pdf(Guid entryId) => $"/civil-status/death-extracts/{entryId}/pdf";

    public static string FileName(DeathEntry entry) => string.Create(CultureInfo.InvariantCulture, $"trich-luc-khai-tu-{entry.Number}-{entry.Year}.pdf");
}
