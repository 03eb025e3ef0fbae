using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.AnswerOrganisations;

/// <summary>
/// Organisations change rarely and are asked for on every page of a dossier: found ones are remembered for a minute,
/// with their dates, which are read anew each time. What isn't found is asked again.
/// </summary>
internal static class Remembered
{
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);
}

internal sealed class FindOrganisationHandler(EIdentificationDbContext db, IMemoryCache cache, TimeProvider clock)
    : IRequestHandler<FindOrganisation, Organisation?>
{
    public async Task<Organisation?> Handle(FindOrganisation request, CancellationToken cancellationToken)
    {
        var key = (typeof(FindOrganisation), request.Kind, request.UnitCode);
        if (!cache.TryGetValue<List<DatedOrganisation>>(key, out var versions))
        {
            versions = await db.Organisations.AsNoTracking()
                .Where(o => o.UnitCode == request.UnitCode && o.Kind == request.Kind).ToListAsync(cancellationToken);
            if (versions.Count > 0)
                cache.Set(key, versions, Remembered.Time);
        }
        var today = clock.Today();
        return versions!.FirstOrDefault(o => o.IsValidOn(today))?.ToContract();
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
        db.Accounts.Where(a => a.PersonId == request.PersonId).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
}
