namespace Project06.CivilStatus.Features.BirthCertificates;

/// <summary>Addresses of certificates; written into dossiers' results, so they never change.</summary>
internal static class BirthCertificateLinks
{
    public static string Show(Guid entryId) => $"/civil-status/certificates/{entryId}";

    public static string Pdf(Guid entryId) => $"/civil-status/certificates/{entryId}/pdf";
}
