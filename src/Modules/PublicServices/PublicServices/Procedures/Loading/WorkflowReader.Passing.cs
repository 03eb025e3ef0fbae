namespace Project06.PublicServices.Procedures;

/// <summary>Steps that a dossier may pass over: consents, payments, and those with a condition.</summary>
internal sealed partial class WorkflowReader
{
    private void CheckPassing(YamlMap map, Step step, bool first)
    {
        if (step.Actor != StepActor.Consenter && (step.Consenter is not null || map.Has("shows")))
            map.Error("only a consenter's step has 'consenter' and 'shows'", map.Has("consenter") ? "consenter" : "shows");
        if (step.Consenter is { } field && form.Fields.GetValueOrDefault(field)?.Type != FieldType.Person)
            map.Error($"'{field}' is no person field", "consenter");
        foreach (var shown in step.Shows.Where(shown => !form.Fields.ContainsKey(shown)))
            map.Error($"'{shown}' is no field of this procedure", "shows");
        if (step.Pays != (step.State == 6))
            map.Error("a step has state 6 exactly when it 'pays'", "state");
        if (step.Pays && (step.Actor != StepActor.Applicant || step.Actions.Count > 0 || step.To is null))
            map.Error("a step that pays is the applicant's and has 'to' instead of actions", "pays");
        if (!step.Pays && step.To is not null)
            map.Error("only a step that pays has 'to'; others have actions", "to");
        if (first && (step.When is not null || step.Actor != StepActor.Office))
            map.Error("the first step is an office's, and no dossier passes over it");
        if (step.Actor == StepActor.Applicant && step is { Pays: false, Actions.Count: 0 })
            map.Error("an applicant's step needs actions");
        if ((step.When is not null || step.Actor == StepActor.Consenter) && step.PassesTo is null)
            map.Error("a step that may be passed over needs a likely action with 'to'", "actions");
        foreach (var action in step.Actions.Where(action => action.Asks == ActionAsks.Form && step.Actor != StepActor.Office))
            map.Error($"only an office's action asks for a form; '{action.Id}' isn't one", "actions");
        foreach (var action in step.Actions.Where(action => step.Actor == StepActor.Consenter && (action.Effect is not null || action.StartsClock)))
            map.Error($"a consenter's action only leads on; '{action.Id}' does more", "actions");
    }
}
