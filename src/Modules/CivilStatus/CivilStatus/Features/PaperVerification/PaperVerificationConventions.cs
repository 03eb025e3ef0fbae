using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace Project06.CivilStatus.Features.PaperVerification;

/// <summary>Open to anybody who holds the paper: its address has 128 random bits.</summary>
internal static class PaperVerificationConventions
{
    public static void Apply(PageConventionCollection conventions) => conventions.AllowAnonymousToFolder("/PaperVerification");
}
