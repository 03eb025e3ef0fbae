using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Features.BirthCertificates;

/// <summary>Everybody with an account may ask; which certificates are theirs is part of the query.</summary>
internal static class BirthCertificatesConventions
{
    public static void Apply(PageConventionCollection conventions) =>
        conventions.AuthorizeFolder("/BirthCertificates", CivilStatusPermissions.OwnCertificates);
}
