using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Features.BirthBooks;

/// <summary>Keepers of a register only; of which commune is part of each query.</summary>
internal static class BirthBooksConventions
{
    public static void Apply(PageConventionCollection conventions) =>
        conventions.AuthorizeFolder("/BirthBooks", CivilStatusPermissions.KeepRegister);
}
