using System.Text.Json.Nodes;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>Whom a dossier is about where its form asks for a name of somebody the nation doesn't know yet.</summary>
internal static class DossierSubject
{
    /// <summary>
    /// The name as answered: the fields of type name that belong together, which is to say whose ids begin with the
    /// same word (such as <c>x-surname</c>, <c>x-given-name</c>). Null where the form has none.
    /// </summary>
    public static string? Of(Procedure procedure, JsonObject answers)
    {
        var names = procedure.Pages.SelectMany(page => page.Fields).Where(field => field.Type == FieldType.Name).ToList();
        if (names.Count == 0)
            return null;
        var parts = names.Where(field => Group(field) == Group(names[0]))
            .Select(field => AnswerValues.Text(answers[field.Id])).Where(part => !string.IsNullOrWhiteSpace(part));
        return string.Join(' ', parts) is { Length: > 0 } name ? name : null;
    }

    private static string Group(Field field) => field.Id.Split('-')[0];
}
