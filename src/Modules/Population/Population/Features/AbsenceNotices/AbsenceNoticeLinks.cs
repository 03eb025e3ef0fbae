namespace Project06.Population.Features.AbsenceNotices;

/// <summary>Addresses of absence notices.</summary>
internal static class AbsenceNoticeLinks
{
    public static string Of(Guid absenceId) => $"/population/absences/{absenceId}";
}
