using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk.GiveReasons;

/// <summary>The action's own form, drawn like the citizen's.</summary>
internal sealed partial class GiveReasonsModel
{
    private JsonObject given = [];

    public IReadOnlyList<FormFieldView> Form { get; private set; } = [];

    private async Task LoadFormAsync(CancellationToken cancellationToken)
    {
        var states = await forms.OpenOfficeAsync(Desk.Dossier, Desk.Procedure, Action, given, cancellationToken);
        await words.LoadAsync(
            [.. states.SelectMany(s => s.Options.Select(o => Guid.TryParse(o.Value, out var id) ? id : (Guid?)null).Append(s.PersonId)).OfType<Guid>().Distinct()],
            Desk.Access, cancellationToken);
        Form = [.. states.Where(s => s.Visible).Select(s => new FormFieldView(s, words, Array.Empty<Evidence>(), false, ProvinceOf(s)))];
    }

    private async Task<ActionInput> ReadFormAsync(CancellationToken cancellationToken)
    {
        var asked = Form.Select(view => view.State).Where(state => state.Asked).ToList();
        given = PostedAnswers.Read(asked, Request.Form, ModelState, dates);
        foreach (var (field, named) in PostedAnswers.ReadPeople(asked, Request.Form, ModelState, given))
            given[field] = await named.FindAsync(
                mediator, formTexts, error => ModelState.AddModelError(PostedAnswers.BoxOf(asked, field), error), cancellationToken);
        foreach (var error in (await forms.OpenOfficeAsync(Desk.Dossier, Desk.Procedure, Action, given, cancellationToken)).Select(s => s.Error).OfType<FieldError>())
        {
            var box = PostedAnswers.BoxOf(asked, error.FieldId);
            if (ModelState.GetFieldValidationState(box) != ModelValidationState.Invalid)
                ModelState.AddModelError(box, error.Text(formTexts));
        }
        return new ActionInput(Decisions: given);
    }

    // Without scripts a commune takes two steps: the province first, then its communes are offered.
    private string? ProvinceOnly()
    {
        foreach (var id in Form.Where(f => f is { Field.Type: FieldType.Unit, State.IsChosen: false }).Select(f => f.Id))
            if (!Request.Form.ContainsKey(id) && Request.Form[id + ".Province"].ToString() is { Length: > 0 } province)
                return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
                    DeskLinks.Action(Desk.Dossier.Code, ActionId, Tab), "province", province);
        return null;
    }

    private string? ProvinceOf(FieldState field) =>
        field.Field.Type != FieldType.Unit ? null
        : Request.HasFormContentType ? Request.Form[field.Field.Id + ".Province"].ToString()
        : Request.Query["province"].ToString();
}
