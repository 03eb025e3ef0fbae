using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.EIdentification.Features.AccountFigures;

/// <summary>How many accounts; the closed ones aren't among the others.</summary>
internal sealed record AccountCount(int Collected, int Activated, int LevelTwo, int Closed)
{
    public string ActivatedShare => Share(Activated, Collected);
    public string LevelTwoShare => Share(LevelTwo, Activated);

    public static AccountCount Sum(IEnumerable<AccountCount> counts) => counts.Aggregate(new AccountCount(0, 0, 0, 0),
        (a, b) => new(a.Collected + b.Collected, a.Activated + b.Activated, a.LevelTwo + b.LevelTwo, a.Closed + b.Closed));

    private static string Share(int part, int whole) => whole == 0 ? "–" : part == whole ? "100%" : $"{100.0 * part / whole:N1}%";
}

/// <summary>The programme's own figures: accounts collected, activated, of level 2; by province, and by commune of one.</summary>
internal sealed class AccountFiguresModel(
    EIdentificationDbContext db, ReferenceBook reference, TimeProvider clock, IStringLocalizer<AccountTexts> texts) : PageModel
{
    internal sealed record Row(string Code, string Name, AccountCount Count);

    /// <summary>The province whose communes are shown; null: all provinces.</summary>
    [BindProperty(SupportsGet = true)] public string? Unit { get; set; }

    public string? UnitName { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public AccountCount Total { get; private set; } = new(0, 0, 0, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var snapshot = reference.Current;
        if (Unit is not null)
        {
            if (snapshot.FindUnit(Unit, today) is not { } province || province.ProvinceCode != Unit)
                return NotFound();
            UnitName = NameOf(province);
        }
        var counted = await db.Accounts.GroupBy(a => a.UnitCode).Select(g => new
        {
            Code = g.Key,
            Collected = g.Count(a => a.ClosedAt == null),
            Activated = g.Count(a => a.ClosedAt == null && a.ActivatedAt != null),
            LevelTwo = g.Count(a => a.ClosedAt == null && a.ActivatedAt != null && a.Level == 2),
            Closed = g.Count(a => a.ClosedAt != null),
        }).ToListAsync(cancellationToken);
        Rows =
        [
            .. counted
                .Select(c => (Commune: snapshot.FindUnit(c.Code, today), Count: new AccountCount(c.Collected, c.Activated, c.LevelTwo, c.Closed)))
                .Where(c => Unit is null || c.Commune?.ProvinceCode == Unit)
                .GroupBy(c => Unit is null ? c.Commune?.ProvinceCode ?? "" : c.Commune!.Code, c => c.Count)
                .Select(g => new Row(g.Key, snapshot.FindUnit(g.Key, today) is { } unit ? NameOf(unit) : texts["figures.elsewhere"], AccountCount.Sum(g)))
                .OrderByDescending(r => r.Count.Collected),
        ];
        Total = AccountCount.Sum(Rows.Select(r => r.Count));
        return Page();
    }

    private static string NameOf(Project06.ReferenceData.Contracts.Unit unit) => UiLanguage.Code == "en" ? unit.FullNameEn : unit.FullName;
}
