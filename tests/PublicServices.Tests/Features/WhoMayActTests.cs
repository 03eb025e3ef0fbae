using System.Text.Json.Nodes;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>
/// Every step of every folder × every action × everybody, drawn from the folders and the table of states: allowed exactly
/// where these say so, and otherwise nothing changes. Over HTTP, with what every procedure has: <see cref="EveryStateTests"/>.
/// </summary>
public sealed class WhoMayActTests(SteppedDossiers ground) : IClassFixture<SteppedDossiers>
{
    internal const string Applicant = "applicant", Receiving = "@receiving", Deciding = "@deciding";

    // Receives and decides.
    internal const string Police = Roles.PoliceOfficer + Receiving;

    /// <summary>All steps of all folders.</summary>
    public static TheoryData<string, string> Steps()
    {
        var data = new TheoryData<string, string>();
        foreach (var procedure in TestFolders.Book.All)
            foreach (var step in procedure.Steps)
                data.Add(procedure.Code, step.Id);
        return data;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_MovesForWhoTheFolderNamesOnly(string code, string stepId)
    {
        var procedure = TestFolders.Book.Get(code, 1);
        var step = procedure.Step(stepId);
        var everybody = ground.Everybody(procedure);
        var untouched = await ground.PutAsync(code, stepId);
        var before = await ground.TraceOfAsync(untouched);

        // Those who mayn't: what a step gives it gives to one party.
        var gate = step.Actions.FirstOrDefault()?.Id ?? "no-such-action";
        foreach (var (name, actor) in everybody.Where(one => !one.Key.Acts(procedure, step)))
            Is("not-found", await ground.TryAsync(untouched, stepId, gate, actor), name.ToString(), gate);

        // Actions of other steps, and of none, by those who may take them there: the dossier isn't there.
        foreach (var other in procedure.Steps.Where(other => other.Id != stepId && !other.IsEnd))
            foreach (var (name, actor) in everybody.Where(one => one.Key.Acts(procedure, other)))
                foreach (var action in other.Actions.Select(a => a.Id).Append("no-such-action"))
                    Is("dossier.moved-on", await ground.TryAsync(untouched, other.Id, action, actor), name.ToString(), $"{other.Id}/{action}");
        Assert.Equal(before, await ground.TraceOfAsync(untouched));

        var (_, mover) = everybody.FirstOrDefault(one => one.Key.Acts(procedure, step));
        foreach (var action in step.Actions)
            await MovesAsync(procedure, step, action, mover!);
        if (step.Pays || step.IsEnd)
            Assert.Empty(step.Actions);
    }

    private async Task MovesAsync(Procedure procedure, Step step, StepAction action, BuildingBlocks.Actors.Actor mover)
    {
        var moved = await ground.PutAsync(procedure.Code, step.Id);
        var input = new ActionInput("Vì lý do này", "some-ground", new JsonObject { ["some-field"] = "Xem lại" });
        var refused = await ground.TryAsync(moved, step.Id, action.Id, mover, input);
        // What an official must fill in is another test's; that they are asked for it says that they may.
        if (refused == "action.form")
            return;
        Is(null, refused, "who acts", action.Id);
        var (at, state, pending) = await ground.PlaceOfAsync(moved);
        if (action.Kind == ActionKind.Effect)
        {
            Assert.Equal((step.Id, true), (at, pending));
            Is("dossier.effect-running", await ground.TryAsync(moved, step.Id, action.Id, mover, input), "who acts", action.Id);
            return;
        }
        Assert.True(DossierLifecycle.Allows(step.State, state), $"{step.Id}/{action.Id}: {step.State} > {state}");
        Assert.Equal(procedure.Step(at).State, state);
        Assert.False(pending);
        if (procedure.Step(action.To!) is { When: null, Pays: false, Actor: not StepActor.Consenter } straight)
            Assert.Equal(straight.Id, at);
        Is("dossier.moved-on", await ground.TryAsync(moved, step.Id, action.Id, mover, input), "who acts", action.Id);
    }

    private static void Is(string? expected, string? refusal, string who, string what) =>
        Assert.True(refusal == expected, $"{who} asks {what}: {refusal ?? "done"}, not {expected ?? "done"}");

    [Theory]
    [InlineData(TestFolders.Birth, "reception", "supplement", Roles.ReceivingClerk + Receiving, "action.reasons-missing")]
    [InlineData(TestFolders.Birth, "reception", "propose-refusal", Roles.ReceivingClerk + Receiving, "action.ground-missing")]
    [InlineData(TestFolders.Birth, "refusal-review", "give-back", Roles.CentreHead + Receiving, "action.comment-missing")]
    [InlineData(TestFolders.Birth, "confirmation", "correct", Applicant, "action.comment-missing")]
    [InlineData(TestFolders.Absence, "examination", "refuse", Police, "action.ground-missing")]
    public async Task Action_WithoutWhatItAsks_IsRefused(string procedure, string step, string action, string who, string error)
    {
        var dossier = await ground.PutAsync(procedure, step);
        var before = await ground.TraceOfAsync(dossier);

        Assert.Equal(error, await ground.TryAsync(dossier, step, action, ground.Actors(procedure)[who], new ActionInput(" ", " ", [])));

        Assert.Equal(before, await ground.TraceOfAsync(dossier));
    }

    [Theory]
    [InlineData(TestFolders.Birth, Roles.ReceivingClerk + Receiving, "examination", Roles.CivilStatusOfficer + Deciding)]
    [InlineData(TestFolders.Birth, Roles.ReceivingClerk + Receiving, "reception", Roles.ReceivingClerk + Receiving)]
    [InlineData(TestFolders.Absence, Police, "examination", Police)]
    public async Task Supplement_IsAskedOnceInADossiersLife(string procedure, string first, string again, string second)
    {
        var actors = ground.Actors(procedure);
        var dossier = await ground.PutAsync(procedure, "reception");
        Assert.Null(await ground.TryAsync(dossier, "reception", "supplement", actors[first]));
        Assert.Null(await ground.TryAsync(dossier, "supplement", "resubmit", actors[Applicant]));
        if (again != "reception")
            Assert.Null(await ground.TryAsync(dossier, "reception", "accept", actors[first]));

        Assert.Equal("dossier.once", await ground.TryAsync(dossier, again, "supplement", actors[second]));
    }
}
