using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads what follows a finished dossier; once all folders are read, compares it with the forms it fills in.</summary>
internal static class FollowUpReader
{
    private static readonly TimeLimit TwoHours = new(2, TimeLimitUnit.WorkingHour);

    public static IReadOnlyList<FollowUp> Read(YamlMap procedure, PagesReader form) =>
        [.. procedure.Maps("followed-by").Select(map => ReadOne(map, form))];

    private static FollowUp ReadOne(YamlMap map, PagesReader form)
    {
        var with = map.Map("with");
        var mappings = (with?.Keys ?? []).Select(field => new Mapping(field, with!.Text(field) ?? "")).ToArray();
        foreach (var mapping in mappings.Where(mapping => !IsKnown(mapping.From, form)))
            with!.Error($"'{mapping.From}' is no field, no 'requester', no 'entered-person' and no value after '='", mapping.Property);
        var within = map.Map("acknowledge-within", required: false);
        var followUp = new FollowUp(
            map.Text("procedure") ?? "", form.FieldCondition(map, "when"), mappings,
            within is null ? TwoHours : WorkflowReader.ReadLimit(within),
            within?.Text("legal") ?? "", within?.Flag("verified", fallback: true) ?? false);
        within?.Done();
        map.Done();
        return followUp;
    }

    private static bool IsKnown(string from, PagesReader form) =>
        from is PrefillSource.Requester or FollowUp.EnteredPerson || from.StartsWith('=')
        || form.Fields.ContainsKey(from) || form.OfficeFields.ContainsKey(from);

    /// <summary>Compares what is filed next with the newest version of its folder.</summary>
    public static void Check(IReadOnlyList<Procedure> all, LoadErrors errors)
    {
        foreach (var procedure in all)
        {
            var file = $"{procedure.Code}/{procedure.Version}/procedure.yaml";
            foreach (var next in procedure.FollowedBy)
            {
                if (all.Where(other => other.Code == next.Procedure).MaxBy(other => other.Version) is not { } target)
                    errors.Add(file, 1, $"'followed-by' names the procedure '{next.Procedure}', which has no folder");
                else
                    foreach (var mapping in next.With.Where(mapping => WhyNot(procedure, target, mapping) is not null))
                        errors.Add(file, 1, $"'followed-by' {next.Procedure}: {WhyNot(procedure, target, mapping)}");
            }
        }
    }

    private static string? WhyNot(Procedure procedure, Procedure target, Mapping mapping)
    {
        if (!target.Fields.TryGetValue(mapping.Property, out var field))
            return $"it has no field '{mapping.Property}'";
        if (mapping.From.StartsWith('='))
            return field.Options.Count > 0 && field.Options.All(option => option.Value != mapping.From[1..])
                ? $"'{mapping.From[1..]}' is no option of '{mapping.Property}'" : null;
        var from = procedure.Fields.GetValueOrDefault(mapping.From) ?? procedure.OfficeFields.GetValueOrDefault(mapping.From);
        var type = from?.Type ?? FieldType.Person;
        return Kind(type) == Kind(field.Type) ? null : $"'{mapping.From}' is {YamlMap.Kebab(type)}, but '{mapping.Property}' is {YamlMap.Kebab(field.Type)}";
    }

    // What is stored alike fits: all texts, and each of the others with its own.
    private static FieldType Kind(FieldType type) => type switch
    {
        FieldType.Name or FieldType.Choice or FieldType.Unit or FieldType.Address or FieldType.LongText or FieldType.Phone => FieldType.Text,
        _ => type,
    };
}
