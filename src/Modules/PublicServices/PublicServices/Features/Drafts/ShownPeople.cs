using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Whom one field of a form shows: the person it names, those it offers, and whose data it is filled from.</summary>
internal static class ShownPeople
{
    public static IEnumerable<PersonShown> In(FieldState field, FormState form)
    {
        if (field.Field.Type == FieldType.Person)
        {
            var offered = field.Options.Select(o => Guid.TryParse(o.Value, out var id) ? id : (Guid?)null);
            return offered.Append(field.PersonId).OfType<Guid>().Distinct().Select(id => new PersonShown(id, PersonLine.Fields));
        }
        return Sources(field)
            .Select(source => (Person: source.PersonField is { } person ? form.Fields[person].PersonId : null, Shown: Of(source.Attribute)))
            .Where(look => look.Person is not null && look.Shown is not null)
            .Select(look => new PersonShown(look.Person!.Value, [look.Shown!]));
    }

    // A value offered from somebody's data says from whose; options of the folder or a code table are nobody's.
    private static IEnumerable<PrefillSource> Sources(FieldState field) => field switch
    {
        { KnownFrom: { } source } => [source],
        { Field.Options.Count: 0 } when field.Options.Any(o => o.Hint is not null) => field.Field.OptionsFrom.Select(o => o.Source),
        _ => [],
    };

    private static string? Of(PersonAttribute attribute) => attribute.Suffix switch
    {
        ".surname" or ".name" => PersonFields.Name,
        ".number" => PersonFields.Number,
        ".birth-date" => PersonFields.BirthDate,
        ".phone" or ".email" => PersonFields.Contact,
        ".death-date" => PersonFields.Kinship,
        ".sex" => PersonFields.Sex,
        ".ethnic-code" => PersonFields.Ethnicity,
        ".nationality" => PersonFields.Nationality,
        ".native-place" => PersonFields.NativePlace,
        ".residence-unit" or ".residence-address" => PersonFields.Residence,
        ".marriage-entry" or ".marriage-date" => PersonFields.Marriage,
        _ => null,
    };
}
