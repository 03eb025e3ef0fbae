using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>Everybody with an account may ask; which copies are theirs is part of the query.</summary>
internal static class EntryCopiesConventions
{
    public static void Apply(PageConventionCollection conventions) =>
        conventions.AuthorizeFolder("/EntryCopies", CivilStatusPermissions.OwnCertificates);
}
