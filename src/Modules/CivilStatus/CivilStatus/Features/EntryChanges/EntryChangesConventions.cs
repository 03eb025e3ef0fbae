using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>Everybody with an account may ask; which extracts are theirs is part of the query.</summary>
internal static class EntryChangesConventions
{
    public static void Apply(PageConventionCollection conventions) =>
        conventions.AuthorizeFolder("/EntryChanges", CivilStatusPermissions.OwnCertificates);
}
