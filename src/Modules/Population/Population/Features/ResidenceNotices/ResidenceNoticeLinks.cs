namespace Project06.Population.Features.ResidenceNotices;

/// <summary>Addresses of notices of what a dossier changed here.</summary>
internal static class ResidenceNoticeLinks
{
    public static string Of(Guid requestId) => $"/population/residences/{requestId}";

    public static string Correction(Guid requestId) => $"/population/corrections/{requestId}";
}
