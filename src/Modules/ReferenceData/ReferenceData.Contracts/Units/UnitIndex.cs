using System.Collections.Frozen;
using Project06.BuildingBlocks.Text;

namespace Project06.ReferenceData.Contracts;

/// <summary>All versions of all units, by code, by province and by search key.</summary>
internal sealed class UnitIndex
{
    private readonly FrozenDictionary<string, Unit[]> byCode;
    private readonly FrozenDictionary<string, Unit[]> communesByProvince;
    private readonly Unit[] provinces;
    private readonly (Unit Unit, string Name, string FullName)[] searchable;

    public UnitIndex(IEnumerable<Unit> units)
    {
        var sorted = units
            .OrderBy(unit => unit.Name, VietnameseText.Order)
            .ThenBy(unit => unit.Code, StringComparer.Ordinal)
            .ToArray();
        byCode = sorted.GroupBy(unit => unit.Code).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        provinces = [.. sorted.Where(unit => unit.Level == UnitLevel.Province)];
        communesByProvince = sorted
            .Where(unit => unit.Level == UnitLevel.Commune)
            .GroupBy(unit => unit.ProvinceCode)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        searchable = [.. sorted.Select(unit => (unit, SearchKey(unit.Name), SearchKey(unit.FullName)))];
    }

    public Unit? Find(string code, DateOnly on)
    {
        if (byCode.TryGetValue(code, out var versions))
            foreach (var unit in versions)
                if (unit.IsValidOn(on))
                    return unit;
        return null;
    }

    public IReadOnlyList<Unit> Provinces(DateOnly on) => [.. provinces.Where(unit => unit.IsValidOn(on))];

    public IReadOnlyList<Unit> Communes(string provinceCode, DateOnly on) =>
        communesByProvince.TryGetValue(provinceCode, out var communes) ? [.. communes.Where(unit => unit.IsValidOn(on))] : [];

    public IReadOnlyList<Unit> Versions(string code) =>
        byCode.TryGetValue(code, out var versions) ? [.. versions.OrderBy(unit => unit.ValidFrom ?? DateOnly.MinValue)] : [];

    public IReadOnlyList<Unit> Search(string text, DateOnly on, UnitLevel? level, int max)
    {
        var key = SearchKey(text);
        if (key.Length == 0)
            return [];
        var exact = VietnameseText.Fold(text);
        return
        [
            .. searchable
                .Where(entry => (level is null || entry.Unit.Level == level) && entry.Unit.IsValidOn(on))
                .Select(entry => (entry.Unit, Rank: Rank(entry, key)))
                .Where(hit => hit.Rank < int.MaxValue)
                .OrderBy(hit => hit.Rank)
                // Typed with its marks and spelling, a name goes before those that only fold to the same.
                .ThenBy(hit => string.Equals(hit.Unit.Name, text.Trim(), StringComparison.OrdinalIgnoreCase) ? 0
                    : VietnameseText.Fold(hit.Unit.Name) == exact ? 1 : 2)
                .Select(hit => hit.Unit)
                .Take(max),
        ];
    }

    // People type y and i, hyphens and blanks as they come: Mỹ Lý is Mĩ Lí, Phan Rang - Tháp Chàm needs no hyphen.
    private static string SearchKey(string text) =>
        VietnameseText.Fold(new string([.. text.Select(c => char.IsPunctuation(c) ? ' ' : c)])).Replace('y', 'i');

    private static int Rank((Unit Unit, string Name, string FullName) entry, string key)
    {
        if (entry.Name == key || entry.FullName == key || entry.Unit.Code == key)
            return 0;
        if (entry.Name.StartsWith(key, StringComparison.Ordinal))
            return 1;
        if (entry.FullName.StartsWith(key, StringComparison.Ordinal))
            return 2;
        return entry.FullName.Contains(key, StringComparison.Ordinal) ? 3 : int.MaxValue;
    }
}
