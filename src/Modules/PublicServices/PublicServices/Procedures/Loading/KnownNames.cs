using System.Reflection;
using Project06.EIdentification.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Names of other modules that a folder may use, read from their constants.</summary>
internal static class KnownNames
{
    public static readonly IReadOnlyList<string> OrganisationKinds = Of(typeof(OrganisationKinds));
    public static readonly IReadOnlyList<string> Roles = Of(typeof(Roles));
    public static readonly IReadOnlyList<string> CalendarKinds = Of(typeof(OfficeKinds));
    public static readonly IReadOnlyList<string> CodeSystems = Of(typeof(CodeSystems));

    private static string[] Of(Type constants) =>
        [.. constants.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
