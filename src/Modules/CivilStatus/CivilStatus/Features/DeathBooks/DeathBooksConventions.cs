using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Features.DeathBooks;

/// <summary>Keepers of a register only; of which commune is part of each query.</summary>
internal static class DeathBooksConventions
{
    public static void Apply(PageConventionCollection conventions) =>
        conventions.AuthorizeFolder("/DeathBooks", CivilStatusPermissions.KeepRegister);
}
