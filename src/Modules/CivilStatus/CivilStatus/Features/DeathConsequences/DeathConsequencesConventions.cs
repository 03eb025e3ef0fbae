using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Features.DeathConsequences;

/// <summary>The office that registered the death; which one is part of the query.</summary>
internal static class DeathConsequencesConventions
{
    public static void Apply(PageConventionCollection conventions) =>
        conventions.AuthorizeFolder("/DeathConsequences", CivilStatusPermissions.KeepRegister);
}
