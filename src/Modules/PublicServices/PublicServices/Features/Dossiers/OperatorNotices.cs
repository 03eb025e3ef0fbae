using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Data;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>What the administrator is told, once each; shown on the operation page.</summary>
internal static class OperatorNotices
{
    public static async Task CalendarYearMissingAsync(
        PublicServicesDbContext db, CalendarYearNotLoadedException missing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var key = $"calendar-{missing.OfficeKind}-{missing.Year}";
        var text = $"Lịch làm việc năm {missing.Year} ({missing.OfficeKind}) chưa được nạp: có hồ sơ không tính được ngày hẹn trả.";
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO public_services.operator_notices (key, text, at) VALUES ({key}, {text}, {now}) ON CONFLICT (key) DO NOTHING",
            cancellationToken);
    }
}
