using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.ReferenceData.Contracts;
using Project06.Steering.Data;
using Project06.Steering.Domain;
using Project06.Ui;

namespace Project06.Steering.Features.Figures;

/// <summary>Figures of a commune, its province and the nation side by side.</summary>
internal sealed class FiguresModel(
    SteeringDbContext db, ReferenceBook reference, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostHits = 20;

    /// <summary>A place shown, the smallest first; the nation is the last and has no unit.</summary>
    public sealed record Place(string Name, string? UnitCode, CountedPlace Counts);

    public Period Period { get; private set; } = null!;

    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>The smallest place's code; null where the nation alone is shown.</summary>
    public string? UnitCode { get; private set; }

    public IReadOnlyDictionary<string, Target> Targets { get; private set; } = new Dictionary<string, Target>();

    /// <summary>What was typed to find a place; null when nothing was.</summary>
    public string? Query { get; private set; }

    public IReadOnlyList<(Unit Unit, string? Province)> Hits { get; private set; } = [];

    /// <summary>Whether the address names a unit that isn't one today.</summary>
    public bool UnitUnknown { get; private set; }

    public FigureWords Words { get; } = new(texts);

    public bool IsEmpty => Places.All(p => p.Counts.Now is { Received: 0, Ended: 0 });

    public long Sample => Places[^1].Counts.Now.Sample;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Read by hand: nonsense in the address shows the usual figures rather than an error.
        Period = Period.Of(Request.Query["period"], clock.VietnamNow());
        var today = clock.Today();
        var snapshot = reference.Current;
        Search(snapshot, today);

        var unit = ChosenUnit(snapshot, today);
        var commune = unit is { Level: UnitLevel.Commune } ? unit : null;
        var province = unit is null ? null : snapshot.FindUnit(unit.ProvinceCode, today);
        UnitCode = unit?.Code;
        var counted = await new FigureCounter(db).CountAsync(commune?.Code, province?.Code, Period, cancellationToken);
        Places =
        [
            .. commune is null ? Array.Empty<Place>() : [new Place(NameOf(commune), commune.Code, counted.Commune)],
            .. province is null ? Array.Empty<Place>() : [new Place(NameOf(province), province.Code, counted.Province)],
            new Place(texts["place.nation"], null, counted.Nation),
        ];
        Targets = await db.Targets.AsNoTracking()
            .Where(t => t.ValidFrom <= today && (t.ValidTo == null || t.ValidTo >= today))
            .ToDictionaryAsync(t => t.Figure, cancellationToken);
    }

    private Unit? ChosenUnit(ReferenceSnapshot snapshot, DateOnly today)
    {
        if (Request.Query["unit"].ToString() is { Length: > 0 } asked)
        {
            var found = snapshot.FindUnit(asked, today);
            UnitUnknown = found is null;
            return found;
        }
        // The operator serves the whole country, which has no unit: then the nation alone is shown.
        return User.Actor().Posts is [var post, ..] ? snapshot.FindUnit(post.UnitCode, today) : null;
    }

    private void Search(ReferenceSnapshot snapshot, DateOnly today)
    {
        if (Request.Query["q"].ToString().Trim() is not { Length: > 0 } typed)
            return;
        Query = typed.Length > 100 ? typed[..100] : typed;
        Hits =
        [
            .. snapshot.Search(Query, today, max: MostHits).Select(unit =>
                (unit, unit.Level == UnitLevel.Province ? null : snapshot.FindUnit(unit.ProvinceCode, today) is { } above ? NameOf(above) : null)),
        ];
    }

    public static string NameOf(Unit unit) => UiLanguage.Code == "en" ? unit.FullNameEn : unit.FullName;
}
