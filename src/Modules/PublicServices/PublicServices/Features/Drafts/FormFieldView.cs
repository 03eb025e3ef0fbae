using System.Globalization;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>What drawing one field needs.</summary>
/// <param name="Alone">The only question of its page: its label is the page's heading.</param>
/// <param name="ChosenProvince">For a unit: the province just chosen, whose communes are offered.</param>
internal sealed record FormFieldView(
    FieldState State, FieldWords Words, IReadOnlyList<Evidence> Evidence, bool Alone, string? ChosenProvince)
{
    public Field Field => State.Field;
    public string Id => State.Field.Id;
    /// <summary>The page's question, asked in full where the field stands alone.</summary>
    public string? Question { get; init; }

    public string Label => Alone && Question is not null ? Question : State.Field.Label.Here;
    public string? Hint => State.Field.Hint?.Here;
    public bool Optional => !State.Required;
    public string? Text => State.Text;
    public DateOnly? Date => DateOnly.TryParseExact(State.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null;
    public bool AsSelect => State.Options.Count > 7 || State.Field.Widget == FieldWidget.Select;
    public IReadOnlyList<FieldOption> Options => Words.Options(State);
    public string? Province => ChosenProvince is { Length: > 0 } chosen ? chosen : Words.ProvinceOf(State.Text);
    public IEnumerable<Evidence> Papers => Evidence.Where(e => e.FieldId == Id);
    public Population.Contracts.Person? Person => State.PersonId is { } id ? Words.Person(id) : null;
}
