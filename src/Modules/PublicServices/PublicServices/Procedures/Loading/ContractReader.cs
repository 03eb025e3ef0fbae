using System.Reflection;
using System.Text.Json;
using Project06.PublicServices.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Checks and effects by name, from the Contracts assemblies that modules registered.</summary>
internal sealed class ContractTypes
{
    private readonly Dictionary<string, Type> byName;

    public ContractTypes(IEnumerable<ProcedureContracts> contracts)
    {
        byName = contracts.Select(contract => contract.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Select(type => (Type: type, type.GetCustomAttribute<ProcedureNameAttribute>()?.Name))
            .Where(found => found.Name is not null)
            .ToDictionary(found => found.Name!, found => found.Type);
    }

    public Type? Find(string name, Type kind) => byName.TryGetValue(name, out var type) && kind.IsAssignableFrom(type) ? type : null;

    public IEnumerable<string> Names(Type kind) => byName.Where(pair => kind.IsAssignableFrom(pair.Value)).Select(pair => pair.Key).Order(StringComparer.Ordinal);
}

/// <summary>Reads the uses of checks and effects and compares each mapping with the record's constructor.</summary>
internal sealed class ContractReader(ContractTypes types, PagesReader form)
{
    private readonly NullabilityInfoContext nullability = new();

    public IReadOnlyList<CheckUse> Checks(YamlMap procedure)
    {
        var checks = new List<CheckUse>();
        foreach (var map in procedure.Maps("checks"))
            if (Read(map, typeof(IProcedureCheck), "check") is { } use)
                checks.Add(new CheckUse(use.Name, use.Type, use.Mappings));
        return checks;
    }

    public IReadOnlyDictionary<string, EffectUse> Effects(YamlMap procedure)
    {
        var effects = new Dictionary<string, EffectUse>();
        if (procedure.Map("effects") is not { } all)
            return effects;
        foreach (var key in all.Keys)
            if (all.Map(key) is { } map && Read(map, typeof(IProcedureEffect), "effect") is { } use)
                effects[key] = new EffectUse(key, use.Name, use.Type, use.Mappings);
        return effects;
    }

    private (string Name, Type Type, IReadOnlyList<Mapping> Mappings)? Read(YamlMap map, Type kind, string word)
    {
        var name = map.Text("name");
        var with = map.Map("with", required: false);
        map.Done();
        if (name is null)
            return null;
        if (types.Find(name, kind) is not { } type)
        {
            map.Error($"'{name}' is no {word} of any module; known are {string.Join(", ", types.Names(kind))}", "name");
            return null;
        }
        return (name, type, Mappings(map, with, name, Parameters(type)));
    }

    private List<Mapping> Mappings(YamlMap map, YamlMap? with, string name, IReadOnlyList<ParameterInfo> parameters)
    {
        var mappings = new List<Mapping>();
        foreach (var property in with?.Keys ?? [])
        {
            var from = with!.Text(property) ?? "";
            if (parameters.FirstOrDefault(parameter => Camel(parameter) == property) is not { } parameter)
                with.Error($"{name} has no '{property}'; it has {string.Join(", ", parameters.Select(Camel))}", property);
            else if (WhyNot(parameter, from) is { } why)
                with.Error(why, property);
            else
                mappings.Add(new Mapping(property, from));
        }
        foreach (var missing in parameters.Where(parameter => !IsNullable(parameter) && !parameter.HasDefaultValue && with?.Has(Camel(parameter)) != true))
            (with ?? map).Error($"{name} needs '{Camel(missing)}', which isn't mapped");
        return mappings;
    }

    private string? WhyNot(ParameterInfo parameter, string from)
    {
        var wanted = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (from.StartsWith('='))
            return from.Length == 1 ? "'=' stands before a text"
                : wanted == typeof(string) ? null : $"'{Camel(parameter)}' is {Plain(wanted)}, and what stands after '=' is a text";
        if (from == PrefillSource.Requester)
            return wanted == typeof(Guid) ? null : $"'{Camel(parameter)}' is {Plain(wanted)}, the requester is a person";
        if (from == FollowUp.EnteredPerson || (!form.Fields.TryGetValue(from, out var field) && !form.OfficeFields.TryGetValue(from, out field)))
            return $"'{from}' is no field of this procedure";
        if (TypeOf(field.Type) != wanted)
            return $"'{Camel(parameter)}' is {Plain(wanted)}, but the field '{from}' is {YamlMap.Kebab(field.Type)}";
        return IsNullable(parameter) || form.IsAlwaysThere(field)
            ? null
            : $"'{Camel(parameter)}' must have a value, but the field '{from}' may be empty";
    }

    // The widest constructor is the record's own; the copy constructor has one parameter of the type itself.
    private static ParameterInfo[] Parameters(Type type) => type.GetConstructors()
        .Select(constructor => constructor.GetParameters())
        .Where(parameters => parameters.All(parameter => parameter.ParameterType != type))
        .MaxBy(parameters => parameters.Length) ?? [];

    private bool IsNullable(ParameterInfo parameter) => parameter.ParameterType.IsValueType
        ? Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        : nullability.Create(parameter).WriteState == NullabilityState.Nullable;

    private static Type? TypeOf(FieldType type) => type switch
    {
        FieldType.Date => typeof(DateOnly),
        FieldType.YesNo => typeof(bool),
        FieldType.Number => typeof(int),
        FieldType.Person => typeof(Guid),
        FieldType.File => null,
        _ => typeof(string),
    };

    private static string Camel(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    private static string Plain(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(DateOnly) => "a date",
        _ when type == typeof(bool) => "a yes or no",
        _ when type == typeof(int) => "a number",
        _ when type == typeof(Guid) => "a person",
        _ => type.Name,
    };
}
