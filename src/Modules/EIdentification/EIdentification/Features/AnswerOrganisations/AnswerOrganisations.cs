using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.ReferenceData.Contracts;

namespace Project06.EIdentification.Features.AnswerOrganisations;

/// <summary>
/// Organisations change rarely and are asked for on every page of a dossier: found ones are remembered for a minute,
/// with their dates, which are read anew each time. What isn't found is asked again.
/// </summary>
internal static class Remembered
{
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);
}

internal sealed class FindOrganisationHandler(
    EIdentificationDbContext db, IMemoryCache cache, ReferenceBook reference, TimeProvider clock)
    : IRequestHandler<FindOrganisation, Organisation?>
{
    public async Task<Organisation?> Handle(FindOrganisation request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        foreach (var unit in UnitsOver(request.UnitCode, today))
        {
            var versions = await VersionsAsync(request.Kind, unit, cancellationToken);
            if (versions.FirstOrDefault(o => o.IsValidOn(today)) is { } serving)
                return serving.ToContract();
        }
        return null;
    }

    // The unit itself, its province, the nation.
    private IEnumerable<string> UnitsOver(string unit, DateOnly today)
    {
        yield return unit;
        if (unit != Organisation.WholeCountry && reference.IsLoaded && reference.Current.FindUnit(unit, today)?.ProvinceCode is { } province && province != unit)
            yield return province;
        if (unit != Organisation.WholeCountry)
            yield return Organisation.WholeCountry;
    }

    private async Task<List<DatedOrganisation>> VersionsAsync(string kind, string unit, CancellationToken cancellationToken)
    {
        var key = (typeof(FindOrganisation), kind, unit);
        if (!cache.TryGetValue<List<DatedOrganisation>>(key, out var versions))
        {
            versions = await db.Organisations.AsNoTracking()
                .Where(o => o.UnitCode == unit && o.Kind == kind).ToListAsync(cancellationToken);
            if (versions.Count > 0)
                cache.Set(key, versions, Remembered.Time);
        }
        return versions!;
    }
}

internal sealed class FindOrganisationsHandler(EIdentificationDbContext db, IMemoryCache cache)
    : IRequestHandler<FindOrganisations, IReadOnlyList<Organisation>>
{
    public async Task<IReadOnlyList<Organisation>> Handle(FindOrganisations request, CancellationToken cancellationToken)
    {
        var found = new List<Organisation>();
        var missing = new List<string>();
        foreach (var code in request.Codes.Distinct())
        {
            if (cache.TryGetValue<Organisation>((typeof(Organisation), code), out var known))
                found.Add(known!);
            else
                missing.Add(code);
        }
        if (missing.Count > 0)
        {
            foreach (var row in await db.Organisations.AsNoTracking().Where(o => missing.Contains(o.Code)).ToListAsync(cancellationToken))
                found.Add(cache.Set((typeof(Organisation), row.Code), row.ToContract(), Remembered.Time));
        }
        return found;
    }
}

internal sealed class FindMailAddressHandler(EIdentificationDbContext db) : IRequestHandler<FindMailAddress, string?>
{
    public Task<string?> Handle(FindMailAddress request, CancellationToken cancellationToken) =>
        db.Accounts.Where(a => a.PersonId == request.PersonId && a.ClosedAt == null).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
}
