using System.Globalization;
using Project06.Benchmarks.Ground;
using YamlDotNet.RepresentationModel;

namespace Project06.Benchmarks.Journeys;

/// <summary>A step as its folder has it.</summary>
/// <param name="Actor"><c>office</c>, <c>applicant</c>, <c>consenter</c> or <c>nobody</c>.</param>
/// <param name="Likely">The action most dossiers take; null where there is none.</param>
/// <param name="Onward">Steps that an action leads to, with the action; what silence leads to isn't among them.</param>
internal sealed record FolderStep(string Id, int State, string Actor, string? Role, bool Pays, string? Likely, IReadOnlyList<string> Onward);

/// <summary>What the proofs and measurements need to know of a procedure's folder, read by themselves.</summary>
internal sealed record ProcedureFolder(string Code, IReadOnlyDictionary<string, FolderStep> Steps, string First)
{
    private const int Finished = 9;

    /// <summary>The latest version of every procedure that ships, by code.</summary>
    public static IReadOnlyDictionary<string, ProcedureFolder> All() => Directory
        .EnumerateDirectories(Path.Combine(WorkingCopy.Data, "procedures"))
        .Select(folder => Directory.EnumerateFiles(folder, "procedure.yaml", SearchOption.AllDirectories)
            .MaxBy(file => int.TryParse(Path.GetFileName(Path.GetDirectoryName(file)), CultureInfo.InvariantCulture, out var version) ? version : 0))
        .OfType<string>().Select(Read).ToDictionary(p => p.Code);

    /// <summary>How many actions of officials lie between filing and a result at the least; null where none leads there.</summary>
    public int? OfficerActions()
    {
        var best = new Dictionary<string, int> { [First] = 0 };
        var waiting = new PriorityQueue<string, int>([(First, 0)]);
        while (waiting.TryDequeue(out var id, out var taken))
        {
            if (Steps[id].State == Finished)
                return taken;
            var next = taken + (Steps[id].Actor == "office" ? 1 : 0);
            foreach (var onward in Steps[id].Onward.Where(to => Steps.ContainsKey(to) && next < best.GetValueOrDefault(to, int.MaxValue)))
                waiting.Enqueue(onward, best[onward] = next);
        }
        return null;
    }

    private static ProcedureFolder Read(string file)
    {
        var root = Load(file);
        // A folder that is based on another one takes from there what it doesn't say itself.
        var flow = root.Children.ContainsKey("steps") || Text(root, "based-on") is not { } other
            ? root : Load(Path.Combine(WorkingCopy.Data, "procedures", other, "procedure.yaml"));
        var steps = Items(flow, "steps").Select(Step).ToList();
        return new ProcedureFolder(Text(root, "code")!, steps.ToDictionary(s => s.Id), steps[0].Id);
    }

    private static YamlMappingNode Load(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static FolderStep Step(YamlMappingNode step)
    {
        var actions = Items(step, "actions").ToList();
        var onward = actions.SelectMany(To).Concat(Text(step, "to") is { } to ? [to] : []).Distinct().ToList();
        var likely = actions.FirstOrDefault(a => Text(a, "likely") == "true");
        return new FolderStep(
            Text(step, "id")!, int.Parse(Text(step, "state")!, CultureInfo.InvariantCulture), Text(step, "actor") ?? "nobody", Text(step, "role"),
            Text(step, "pays") == "true", likely is null ? null : Text(likely, "id"), onward);
    }

    private static IEnumerable<string> To(YamlMappingNode action) =>
        Text(action, "to") is { } to ? [to]
        : action.Children.TryGetValue("on", out var on) && on is YamlMappingNode outcomes && Text(outcomes, "done") is { } done ? [done]
        : [];

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var items) && items is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : [];

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;
}
