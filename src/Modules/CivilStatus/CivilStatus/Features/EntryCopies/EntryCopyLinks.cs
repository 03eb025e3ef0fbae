using System.Globalization;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>Addresses of copies; written into dossiers' results, so they never change.</summary>
internal static class EntryCopyLinks
{
    /// <summary>All copies of one asking.</summary>
    public static string Show(Guid requestId) => $"/civil-status/copies/{requestId}";

    public static string Pdf(Guid copyId) => $"/civil-status/copies/{copyId}/pdf";

    public static string FileName(EntryCopy copy) => string.Create(CultureInfo.InvariantCulture, $"ban-sao-{copy.Number}-{copy.Year}.pdf");
}
