using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.Counter.MonthReport;

/// <param name="Helped">People filed for, with their yes.</param>
/// <param name="Filed">Dossiers filed for them.</param>
/// <param name="Guided">People guided to file alone.</param>
internal sealed record ReportDay(DateOnly Day, int Helped, int Filed, int Guided);

/// <summary>The counter's month, day by day: what the programme asks of post offices, people and dossiers counted apart.</summary>
internal sealed class MonthReportModel(PublicServicesDbContext db, TimeProvider clock, IStringLocalizer<CounterTexts> texts) : PageModel
{
    [FromQuery(Name = "month")] public string? MonthText { get; set; }
    public DateOnly Month { get; private set; }
    public IReadOnlyList<ReportDay> Days { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var lines = Days.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Day:yyyy-MM-dd},{d.Helped},{d.Filed},{d.Guided}"));
        var head = string.Join(',', new[] { "report.day", "report.helped", "report.filed", "report.guided" }.Select(key => $"\"{texts[key].Value}\""));
        // The mark tells spreadsheets that the letters are UTF-8.
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(head)))];
        return File(bytes, "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{Month:yyyy-MM}.csv"));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var post = CounterPost.Of(User.Actor()) ?? throw new NotFoundException("post");
        var today = clock.Today();
        Month = DateOnly.TryParseExact(MonthText + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month : new DateOnly(today.Year, today.Month, 1);
        var (from, to) = (Month.At(TimeOnly.MinValue), Month.AddMonths(1).At(TimeOnly.MinValue));
        var visits = await db.Visits.AsNoTracking().Where(v => v.Organisation == post.OrganisationCode && v.StartedAt >= from && v.StartedAt < to)
            .Select(v => new { v.StartedAt, Guided = v.CitizenId == null, HasYes = v.YesAt != null, Filed = db.Dossiers.Count(d => d.VisitId == v.Id) })
            .ToListAsync(cancellationToken);
        Days = [.. visits.GroupBy(v => v.StartedAt.LegalDate()).OrderBy(g => g.Key)
            .Select(g => new ReportDay(g.Key, g.Count(v => v.HasYes), g.Sum(v => v.Filed), g.Count(v => v.Guided)))];
    }
}
