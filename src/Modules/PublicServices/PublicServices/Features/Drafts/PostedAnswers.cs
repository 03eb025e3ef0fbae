using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Procedures;
using Project06.Ui.Forms;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Reads the posted boxes of a page's fields into answers. What can't be read stays in ModelState as typed.</summary>
internal static class PostedAnswers
{
    public const string NonePerson = "none", OtherPerson = "other";

    public static JsonObject Read(
        IEnumerable<FieldState> fields, IFormCollection posted, ModelStateDictionary state, DateInputErrors dates)
    {
        var answers = new JsonObject();
        foreach (var field in fields.Where(f => f.Field.Type is not FieldType.File and not FieldType.Person))
        {
            var id = field.Field.Id;
            switch (field.Field.Type)
            {
                case FieldType.Date when !field.IsChosen:
                    var input = DateInput.Read(posted, id);
                    Keep(state, posted, id + ".Day", id + ".Month", id + ".Year");
                    if (!dates.AddTo(state, id, input))
                        answers[id] = input.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    break;
                case FieldType.YesNo:
                    answers[id] = posted[id].ToString() switch { "true" => true, "false" => false, _ => null };
                    break;
                case FieldType.Number:
                    Keep(state, posted, id);
                    answers[id] = int.TryParse(posted[id], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                        ? JsonValue.Create(number)
                        : VietnameseText.Clean(posted[id]);
                    break;
                case FieldType.LongText:
                    Keep(state, posted, id);
                    answers[id] = VietnameseText.CleanLines(posted[id]);
                    break;
                default:
                    Keep(state, posted, id);
                    answers[id] = VietnameseText.Clean(posted[id]);
                    break;
            }
        }
        return answers;
    }

    /// <summary>People: chosen ones go to the answers, those named by number and name are looked up where the answers are saved.</summary>
    public static Dictionary<string, NamedPerson> ReadPeople(
        IEnumerable<FieldState> fields, IFormCollection posted, ModelStateDictionary state, JsonObject answers)
    {
        var named = new Dictionary<string, NamedPerson>();
        foreach (var field in fields.Where(f => f is { Field.Type: FieldType.Person, Asked: true }))
        {
            var id = field.Field.Id;
            Keep(state, posted, id, id + ".Number", id + ".FullName");
            var (choice, number) = (posted[id].ToString(), posted[id + ".Number"].ToString());
            if (Guid.TryParse(choice, out var person) && field.Options.Any(o => o.Value == choice))
                answers[id] = AnswerValues.Person(person);
            else if (choice == NonePerson || (number.Length == 0 && !field.Required))
                answers[id] = null;
            else if (number.Length > 0)
                named[id] = new NamedPerson(number, posted[id + ".FullName"].ToString());
            else
                answers.Remove(id);
        }
        return named;
    }

    /// <summary>The box that shows what is wrong with a field: a person who isn't chosen from a list is typed as a number.</summary>
    public static string BoxOf(IEnumerable<FieldState> asked, string field) =>
        asked.Any(f => f.Field.Id == field && f is { Field.Type: FieldType.Person, IsChosen: false }) ? field + ".Number" : field;

    private static void Keep(ModelStateDictionary state, IFormCollection posted, params string[] names)
    {
        foreach (var name in names)
            state.SetModelValue(name, posted[name].ToString(), posted[name].ToString());
    }
}
