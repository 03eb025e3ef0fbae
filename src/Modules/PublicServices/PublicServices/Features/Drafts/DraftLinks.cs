namespace Project06.PublicServices.Features.Drafts;

internal static class DraftLinks
{
    public static string Start(string procedure) => $"/apply/{procedure}";
    public static string Page(string procedure, Guid draft, string page) => $"/apply/{procedure}/{draft}/{page}";
    public static string Check(string procedure, Guid draft) => $"/apply/{procedure}/{draft}/check-answers";
    public static string Wrong(string procedure, Guid draft, string field) => $"/apply/{procedure}/{draft}/wrong/{field}";
    public static string Evidence(Guid evidence, int page) => $"/evidence/{evidence}/{page}";
}
