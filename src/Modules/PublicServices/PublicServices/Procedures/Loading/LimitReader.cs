using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads a procedure's time limit, and the limits of some of its dossiers.</summary>
internal static class LimitReader
{
    public static ProcedureTimeLimit Read(YamlMap procedure, PagesReader form)
    {
        if (procedure.Map("time-limit") is not { } map)
            return new ProcedureTimeLimit(new(1, default), null, default, "", false);
        var read = new ProcedureTimeLimit(
            WorkflowReader.ReadLimit(map), Longest(map), map.OneOf<SupplementRule>("supplement") ?? default,
            map.Text("legal") ?? "", map.Flag("verified", fallback: true))
        {
            Limits = [.. map.Maps("limits").Select(row => Row(row, form))],
        };
        map.Done();
        return read;
    }

    private static ConditionalLimit Row(YamlMap row, PagesReader form)
    {
        var inGroup = row.Flag("in-group");
        _ = row.Text("when", required: !inGroup);
        var when = form.FieldCondition(row, "when");
        // The date is promised before any official has filled in anything.
        foreach (var operand in when?.Root.Operands.Where(operand => form.OfficeFields.ContainsKey(operand.Name)) ?? [])
            row.Error($"a limit depends on what the applicant says; '{operand.Name}' is an official's", "when");
        var read = new ConditionalLimit(when ?? (inGroup ? null : Condition.Never), inGroup, WorkflowReader.ReadLimit(row), Longest(row), row.Text("legal") ?? "", row.Flag("verified", fallback: true));
        row.Done();
        return read;
    }

    private static TimeLimit? Longest(YamlMap map)
    {
        var longest = map.Map("longest", required: false);
        var read = longest is null ? null : WorkflowReader.ReadLimit(longest);
        longest?.Done();
        return read;
    }
}
