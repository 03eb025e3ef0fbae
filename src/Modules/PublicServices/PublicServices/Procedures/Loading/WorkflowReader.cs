using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads steps and actions, and sees to it that every way leads somewhere.</summary>
internal sealed partial class WorkflowReader(FolderTexts texts, IReadOnlyCollection<string> effects, PagesReader form)
{
    private static readonly int[] EndStates = [3, 7, 8, 9];
    private Dictionary<string, int> states = [];

    public IReadOnlyList<Stage> Stages(YamlMap procedure) =>
        [.. procedure.Texts("stages", required: true).Select(stage => new Stage(stage.Text, texts.Words($"stages.{stage.Text}")))];

    public IReadOnlyList<Step> Steps(YamlMap procedure, IReadOnlyList<Stage> stages)
    {
        var maps = procedure.Maps("steps", required: true);
        var ids = maps.Select(map => map.Text("id")).ToArray();
        states = maps.Where(map => map.Has("id") && map.Has("state"))
            .Select(map => (Id: map.Text("id"), State: map.Number("state"))).DistinctBy(step => step.Id)
            .ToDictionary(step => step.Id ?? "", step => step.State ?? 0);
        var steps = new List<Step>();
        foreach (var map in maps)
        {
            var step = ReadStep(map, ids);
            if (steps.Any(other => other.Id == step.Id))
                map.Error($"the step '{step.Id}' is there twice", "id");
            if (stages.All(stage => stage.Id != step.Stage))
                map.Error($"'{step.Stage}' is none of the stages", "stage");
            CheckStep(map, step);
            CheckPassing(map, step, steps.Count == 0);
            map.Done();
            steps.Add(step);
        }
        if (steps.Count > 0)
            CheckWays(procedure, maps, steps);
        return steps;
    }

    private Step ReadStep(YamlMap map, string?[] ids)
    {
        var id = map.Text("id") ?? "";
        var actor = map.OneOf<StepActor>("actor") ?? StepActor.Nobody;
        var actions = map.Maps("actions").Select(action => ReadAction(action, id, ids)).ToArray();
        foreach (var twice in actions.GroupBy(action => action.Id).Where(group => group.Count() > 1))
            map.Error($"the action '{twice.Key}' is there twice", "actions");
        return new Step(
            id,
            map.Number("state") ?? 0,
            actor,
            map.OneOf<OfficePlace>("office", required: actor == StepActor.Office),
            map.Text("role", required: actor == StepActor.Office),
            map.Text("stage") ?? "",
            map.Flag("clock-paused"),
            map.Map("silence", required: false) is { } silence ? ReadSilence(silence, ids) : null,
            actions,
            texts.Words($"steps.{id}.name"),
            texts.Words($"steps.{id}.citizen"))
        {
            When = form.FieldCondition(map, "when"),
            Consenter = map.Text("consenter", required: actor == StepActor.Consenter),
            Shows = [.. map.Texts("shows", required: actor == StepActor.Consenter).Select(field => field.Text)],
            Question = actor == StepActor.Consenter ? texts.Words($"steps.{id}.question") : null,
            Pays = map.Flag("pays"),
            To = map.Has("to") ? Target(map, "to", ids) : null,
        };
    }

    private static Silence ReadSilence(YamlMap map, string?[] ids)
    {
        var silence = new Silence(ReadLimit(map), Target(map, "to", ids) ?? "", map.Text("legal") ?? "");
        map.Done();
        return silence;
    }

    /// <summary>Reads amount, unit and cut-off out of a mapping that may hold more.</summary>
    public static TimeLimit ReadLimit(YamlMap map)
    {
        var unit = map.OneOf<TimeLimitUnit>("unit") ?? TimeLimitUnit.WorkingDay;
        var amount = map.Number("amount", required: unit != TimeLimitUnit.SameWorkingDay) ?? 1;
        if (amount < 1)
            map.Error("'amount' must be 1 or more", "amount");
        return new TimeLimit(Math.Max(1, amount), unit, map.Time("cut-off"));
    }

    private StepAction ReadAction(YamlMap map, string step, string?[] ids)
    {
        var id = map.Text("id") ?? "";
        var effect = map.Text("effect", required: false);
        var asks = map.OneOf<ActionAsks>("asks", required: false) ?? ActionAsks.None;
        var on = new Dictionary<EffectOutcome, string>();
        if (effect is null)
        {
            if (map.Has("on"))
                map.Error("'on' belongs to an action with an 'effect'", "on");
        }
        else
        {
            if (!effects.Contains(effect))
                map.Error($"'{effect}' is none of the effects of this procedure", "effect");
            if (map.Has("to"))
                map.Error("an action with an 'effect' goes where 'on' says; it has no 'to'", "to");
            if (map.Map("on") is { } outcomes)
            {
                foreach (var outcome in Enum.GetValues<EffectOutcome>())
                    if (Target(outcomes, YamlMap.Kebab(outcome), ids) is { } target)
                        on[outcome] = target;
                outcomes.Done();
            }
        }
        var action = new StepAction(
            id, effect is null ? ActionKind.Move : ActionKind.Effect, effect is null ? Target(map, "to", ids) : null, effect, on,
            map.Flag("starts-clock"), asks, map.Text("once", required: false),
            map.Flag("likely"), map.Flag("danger"),
            texts.Words($"steps.{step}.actions.{id}.label"), texts.Optional($"steps.{step}.actions.{id}.hint"))
        {
            ToState = map.Text("to", required: false) is { } next && states.TryGetValue(next, out var state) ? state : null,
            Form = asks == ActionAsks.Form ? form.ReadOfficeForm(map) : [],
        };
        map.Done();
        return action;
    }

    private static string? Target(YamlMap map, string key, string?[] ids)
    {
        var target = map.Text(key);
        if (target is not null && !ids.Contains(target))
            map.Error($"'{key}' names the step '{target}', which isn't there", key);
        return target;
    }

    private static void CheckStep(YamlMap map, Step step)
    {
        if (step.State is < 1 or > 10)
            map.Error("'state' is one of the national codes 1 to 10", "state");
        if (step.IsEnd != EndStates.Contains(step.State))
            map.Error("a step has actor 'nobody' exactly when its state is an end: 3, 7, 8 or 9", "state");
        if (step.IsEnd && (step.Actions.Count > 0 || step.Silence is not null))
            map.Error("nothing follows an end step", "actions");
        if (!step.IsEnd && step.Actions.Count == 0 && step.Actor == StepActor.Office)
            map.Error("an office's step needs actions, or a dossier stays there for ever");
        if (step.Role is not null && !KnownNames.Roles.Contains(step.Role))
            map.Error($"'{step.Role}' is no role; known are {string.Join(", ", KnownNames.Roles)}", "role");
        if (step.Actor != StepActor.Office && (step.Office is not null || step.Role is not null))
            map.Error("only an office's step has 'office' and 'role'", "actor");
        if (step.Silence is not null && step.Actor is not (StepActor.Applicant or StepActor.Consenter))
            map.Error("only the applicant's or the consenter's silence can be an answer", "silence");
        if (step.State == 5 && (step.Actor != StepActor.Applicant || !step.ClockPaused))
            map.Error("a step of state 5 is the applicant's, and the clock is paused", "state");
        if (step.Actions.Count(action => action.Likely) > 1)
            map.Error("one action at most is the likely one", "actions");
        if (step.Actions.Any(action => action is { Likely: true, Danger: true }))
            map.Error("an action can't be both likely and danger", "actions");
    }

    private static void CheckWays(YamlMap procedure, IReadOnlyList<YamlMap> maps, List<Step> steps)
    {
        if (steps[0].State != 1)
            maps[0].Error("the first step is where a dossier is filed: its state is 1", "state");
        var reached = new HashSet<string> { steps[0].Id };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var id))
            foreach (var next in steps.Where(step => step.Id == id).SelectMany(Targets).Where(reached.Add))
                open.Enqueue(next);
        for (var i = 0; i < steps.Count; i++)
            if (!reached.Contains(steps[i].Id))
                maps[i].Error($"no way leads to the step '{steps[i].Id}'", "id");
        if (steps.All(step => step.State != 9))
            procedure.Error("no step is the end of state 9", "steps");
        if (!steps.SelectMany(step => step.Actions).Any(action => action.StartsClock))
            procedure.Error("no action has 'starts-clock': the time limit would never run", "steps");
        foreach (var (step, map) in steps.Zip(maps))
            foreach (var action in step.Actions.Where(action => action.Once is null && steps.Any(to => to.Id == action.To && to.State == 5)))
                map.Error($"the action '{action.Id}' asks for a supplement, which can be asked once: it needs 'once: supplement'", "actions");
    }

    private static IEnumerable<string> Targets(Step step) =>
        step.Actions.SelectMany(action => action.On.Values.Append(action.To)).Append(step.Silence?.To).Append(step.To).OfType<string>();
}
