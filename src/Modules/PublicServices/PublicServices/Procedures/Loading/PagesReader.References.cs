namespace Project06.PublicServices.Procedures;

/// <summary>What a field refers to: sources and conditions, over the fields that stand before it.</summary>
internal sealed partial class PagesReader
{
    /// <summary>Items are a source, or <c>source when condition</c>.</summary>
    private Prefill[] Sources(YamlMap map, string key, FieldType type, List<Field> thisPage, bool many = false)
    {
        var sources = new List<Prefill>();
        foreach (var (text, line) in map.Texts(key))
        {
            var parts = text.Split(" when ", 2);
            if (Source(parts[0].Trim(), thisPage) is not { } source)
            {
                errors.Add(map.File, line, $"'{parts[0].Trim()}' is no known source: a source is 'requester' or a person field that comes before, "
                    + $"with one of {string.Join(", ", PersonAttribute.All.Keys.Where(suffix => suffix.Length > 0))} or nothing");
                continue;
            }
            if (!source.Attribute.Fits(type))
                errors.Add(map.File, line, $"'{source.Name}' gives a {YamlMap.Kebab(source.Attribute.Type)}, the field is {YamlMap.Kebab(type)}");
            if (source.Attribute.Many && !many)
                errors.Add(map.File, line, $"'{source.Name}' may be several; it belongs in 'options-from'");
            sources.Add(new Prefill(source, parts.Length > 1 ? Parse(parts[1], map.File, line, thisPage, ownPage: true) : null));
        }
        return [.. sources];
    }

    private Condition? Condition(YamlMap map, string key, List<Field> thisPage) =>
        map.Text(key, required: false) is { } text ? Parse(text, map.File, map.LineOf(key), thisPage, ownPage: false) : null;

    /// <summary>A condition over fields, of pages or of officials' forms; what people's data say isn't known where it is asked.</summary>
    public Condition? FieldCondition(YamlMap map, string key)
    {
        var condition = Condition(map, key, []);
        foreach (var operand in condition?.Root.Operands ?? [])
            if (Find(operand.Name, []) is null)
                map.Error($"the condition '{condition!.Text}' may read fields only; '{operand.Name}' is none", key);
        return condition;
    }

    /// <summary>Whether a paper can show it: a field that isn't a file, or one thing known of the requester or of a person in a field.</summary>
    public bool CanBeWritten(string name) =>
        Find(name, []) is { } field ? field.Type != FieldType.File : Source(name, []) is { Attribute: { Many: false, Type: not FieldType.Person } };

    private Condition? Parse(string text, string file, long line, List<Field> thisPage, bool ownPage)
    {
        try
        {
            var condition = ConditionParser.Parse(text);
            foreach (var operand in condition.Root.Operands)
                CheckOperand(operand, text, file, line, thisPage, ownPage);
            return condition;
        }
        catch (ConditionException unread)
        {
            errors.Add(file, line, $"the condition '{text}' {unread.Message} (column {unread.Column})");
            return Procedures.Condition.Never;
        }
    }

    private void CheckOperand(ConditionNode.Operand operand, string text, string file, long line, List<Field> thisPage, bool ownPage)
    {
        var where = $"the condition '{text}' (column {operand.Column})";
        if (Find(operand.Name, ownPage ? thisPage : []) is { } field)
        {
            if (operand.YesNo && field.Type != FieldType.YesNo)
                errors.Add(file, line, $"{where} takes '{operand.Name}' for a yes or no; it is {YamlMap.Kebab(field.Type)}");
            if (field.Options.Count > 0)
                foreach (var literal in operand.Literals.Where(literal => field.Options.All(option => option.Value != literal)))
                    errors.Add(file, line, $"{where} compares '{operand.Name}' with '{literal}', which isn't one of its options");
            return;
        }
        if (Source(operand.Name, thisPage) is { } source && operand.Name.Contains('.', StringComparison.Ordinal) && !operand.YesNo && !source.Attribute.Many)
            return;
        errors.Add(file, line, thisPage.Any(other => other.Id == operand.Name)
            ? $"{where} reads '{operand.Name}' of the same page; without a script the page couldn't follow"
            : $"{where} reads '{operand.Name}', which is no field that comes before");
    }

    private Field? Find(string id, List<Field> thisPage) =>
        known.GetValueOrDefault(id) ?? office.GetValueOrDefault(id) ?? thisPage.FirstOrDefault(field => field.Id == id);

    private PrefillSource? Source(string name, List<Field> thisPage)
    {
        if (Find(name, thisPage) is { Type: FieldType.Person })
            return new PrefillSource(name, PersonAttribute.All[""]);
        var dot = name.LastIndexOf('.');
        var (person, suffix) = dot < 0 ? (name, "") : (name[..dot], name[dot..]);
        if (!PersonAttribute.All.TryGetValue(suffix, out var attribute))
            return null;
        if (person == PrefillSource.Requester)
            return new PrefillSource(null, attribute);
        return Find(person, thisPage) is { Type: FieldType.Person } ? new PrefillSource(person, attribute) : null;
    }
}
