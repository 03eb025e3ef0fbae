using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace Project06.PublicServices.Procedures;

/// <summary>A form as it stands for these answers and these people.</summary>
internal sealed class FormState
{
    internal FormState(Procedure procedure, IReadOnlyList<PageState> pages)
    {
        Procedure = procedure;
        Pages = pages;
        Fields = pages.SelectMany(page => page.Fields).ToDictionary(field => field.Field.Id);
    }

    public Procedure Procedure { get; }

    /// <summary>All pages in order, also those that aren't asked.</summary>
    public IReadOnlyList<PageState> Pages { get; }

    public IReadOnlyDictionary<string, FieldState> Fields { get; }

    /// <summary>Pages with something to ask, in order.</summary>
    public IEnumerable<PageState> Asked => Pages.Where(page => page.IsAsked);

    /// <summary>The first asked page with an answer missing or wrong; null: check your answers.</summary>
    public PageState? FirstIncomplete => Asked.FirstOrDefault(page => !page.IsComplete);

    public bool IsComplete => FirstIncomplete is null && Errors.Count == 0;

    public PageState? Page(string id) => Pages.FirstOrDefault(page => page.Page.Id == id);

    /// <summary>The asked page after this one; null: check your answers.</summary>
    public PageState? Next(string pageId) =>
        Pages.SkipWhile(page => page.Page.Id != pageId).Skip(1).FirstOrDefault(page => page.IsAsked);

    /// <summary>The asked page before this one; null: it is the first.</summary>
    public PageState? Previous(string pageId) =>
        Pages.TakeWhile(page => page.Page.Id != pageId).LastOrDefault(page => page.IsAsked);

    /// <summary>All that is wrong or missing, in the order of the form.</summary>
    public IReadOnlyList<FieldError> Errors => [.. Pages.SelectMany(page => page.Errors)];

    /// <summary>What is wrong or missing on one page, or anywhere.</summary>
    public IReadOnlyList<FieldError> Validate(string? pageId = null) =>
        pageId is null ? Errors : Page(pageId)?.Errors ?? [];

    /// <summary>Every visible field's value, known or answered: what a dossier is filed with, and what checks and effects are filled from.</summary>
    public JsonObject Values()
    {
        var values = new JsonObject();
        foreach (var field in Pages.SelectMany(page => page.Fields).Where(f => f is { Visible: true, Value: not null }))
            values[field.Field.Id] = field.Value!.DeepClone();
        return values;
    }

    /// <summary>The commune that decides, once known.</summary>
    public string? CompetentUnit => Fields[Procedure.CompetentUnitField] is { Visible: true } unit ? unit.Text : null;
}

/// <param name="Visible">Whether its condition holds.</param>
internal sealed record PageState(FormPage Page, bool Visible, IReadOnlyList<FieldState> Fields)
{
    /// <summary>A page of known or invisible fields only isn't asked.</summary>
    public bool IsAsked => Fields.Any(state => state.Asked);

    public bool IsComplete => Fields.All(state => !state.Asked || (state.Answered && state.Error is null));

    public IReadOnlyList<FieldError> Errors => [.. Fields.Select(state => state.Error).OfType<FieldError>()];
}

/// <summary>A field as it stands.</summary>
/// <param name="Visible">Belongs to the form now.</param>
/// <param name="Value">Known or answered value; null when there is none.</param>
/// <param name="KnownFrom">The source of a known value; null: it is asked.</param>
/// <param name="Answered">Whether an answer was given, an empty one (null) to an optional field included.</param>
/// <param name="Options">What can be chosen now; empty where anything can be written.</param>
/// <param name="ReportedWrong">What the requester says is wrong about a known value.</param>
/// <param name="Error">What is wrong or missing.</param>
internal sealed record FieldState(
    Field Field, bool Visible, JsonNode? Value, PrefillSource? KnownFrom, bool Required, bool Answered,
    IReadOnlyList<FieldChoice> Options, string? ReportedWrong, FieldError? Error)
{
    public bool Asked => Visible && KnownFrom is null;
    public bool IsKnown => Visible && KnownFrom is not null;

    /// <summary>Whether it is drawn as options to choose from, whatever its type.</summary>
    public bool IsChosen => Options.Count > 0;

    /// <summary>The value as plain text: a string, an ISO date, true or false, a number, a person's id.</summary>
    public string? Text => AnswerValues.Text(Value);

    public Guid? PersonId => AnswerValues.PersonId(Value);
}

/// <summary>What is wrong with an answer; its sentence is a text of <c>FormTexts</c>, or the folder's own.</summary>
/// <param name="Key">Key in FormTexts, such as <c>form.not-yet</c>.</param>
/// <param name="Own">The folder's own sentence, which goes first.</param>
internal sealed record FieldError(string FieldId, string Key, IReadOnlyList<object> Args, Words? Own = null)
{
    /// <summary>In the reader's language.</summary>
    public string Text(IStringLocalizer<FormTexts> texts) =>
        Own?.Here ?? texts[Key, [.. Args.Select(arg => arg is Words words ? words.Here : arg)]];
}
