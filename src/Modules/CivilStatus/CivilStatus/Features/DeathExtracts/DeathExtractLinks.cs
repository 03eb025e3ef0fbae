namespace Project06.CivilStatus.Features.DeathExtracts;

/// <summary>Addresses of extracts; written into dossiers' results, so they never change.</summary>
internal static class DeathExtractLinks
{
    public static string Show(Guid entryId) => $"/civil-status/death-extracts/{entryId}";

    public static string Pdf(Guid entryId) => $"/civil-status/death-extracts/{entryId}/pdf";
}
