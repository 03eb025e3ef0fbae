using System.Collections.Concurrent;
using System.Net;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>
/// Every national state × everything that can be done with a dossier × everybody, over HTTP: done exactly where the table of
/// states and the folder allow it; elsewhere the right status, a sentence where the asker may know, and nothing changes.
/// </summary>
public sealed class EveryStateTests(StateGround ground) : IClassFixture<StateGround>
{
    /// <summary>Drawn from the table of states: each state at each step of the folder that has it.</summary>
    public static TheoryData<int, string> StatesAndSteps()
    {
        var data = new TheoryData<int, string>();
        foreach (var (state, step) in DossierLifecycle.All.SelectMany(state => StepsOf(state.Code).Select(step => (state.Code, step.Id))))
            data.Add(state, step);
        return data;
    }

    [Fact]
    public void Table_IsAskedWhole()
    {
        Assert.Equal(Enumerable.Range(1, 10), StatesAndSteps().Select(row => (int)row[0]).Distinct());
        Assert.Equal(StateGround.Folder.Steps.Select(step => step.Id).Order(), StatesAndSteps().Select(row => (string)row[1]).Distinct().Order());
        Assert.Equal(Enum.GetNames<BuiltIn>().Order(), Deed.All.Where(deed => deed.BuiltIn is not null).Select(deed => $"{deed.BuiltIn}").Order());
    }

    [Theory]
    [MemberData(nameof(StatesAndSteps))]
    public async Task State_AllowsToEverybodyWhatTheTableSays(int state, string stepId)
    {
        var step = StateGround.Folder.Step(stepId);
        var untouched = await ground.PutAsync(state, step);
        var before = await ground.TraceOfAsync(untouched);
        var wrong = new ConcurrentBag<string>();
        var allowed = new ConcurrentBag<(Somebody Who, Deed Deed)>();

        await Parallel.ForEachAsync(ground.Everybody, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (who, _) =>
        {
            foreach (var deed in Deed.All)
            {
                var expected = deed.Expected(who, state, step);
                if (expected == HttpStatusCode.Redirect)
                    allowed.Add((who, deed));
                else
                    Judge(await StateGround.TryAsync(untouched, deed, who), expected, who, deed, wrong);
            }
        });

        Assert.Empty(wrong);
        Assert.Equal(before, await ground.TraceOfAsync(untouched));
        foreach (var (who, deed) in allowed)
        {
            var dossier = await ground.PutAsync(state, step);
            Judge(await StateGround.TryAsync(dossier, deed, who), HttpStatusCode.Redirect, who, deed, wrong);
            var (now, then) = await ground.StateOfAsync(dossier);
            Assert.True(now == state || DossierLifecycle.Allows(state, now), $"{who.Name} {deed.Name}: {state} > {now}");
            if (deed.LeadsTo is { } to)
                Assert.Equal(to, deed.BuiltIn is null ? then : $"{now}");
        }
        Assert.Empty(wrong);
    }

    // Steps of the folder in that state; where it has none, where a dossier stands that is in it.
    private static IEnumerable<Step> StepsOf(int state) => state switch
    {
        DossierLifecycle.Accepted => StateGround.Folder.Steps.Where(step => step is { State: DossierLifecycle.Processing, Actor: StepActor.Office }).Take(1),
        DossierLifecycle.Withdrawn => StateGround.Folder.Steps.Where(step => DossierLifecycle.Allows(step.State, DossierLifecycle.Withdrawn)).DistinctBy(step => step.Actor),
        DossierLifecycle.HandedOver => StateGround.Folder.Steps.Where(step => step.State == DossierLifecycle.Finished),
        _ when StateGround.Folder.Steps.Any(step => step.State == state) => StateGround.Folder.Steps.Where(step => step.State == state),
        _ => [StateGround.Folder.FirstStep],
    };

    private static void Judge(TestPage answer, HttpStatusCode expected, Somebody who, Deed deed, ConcurrentBag<string> wrong)
    {
        if (answer.Status != expected)
            wrong.Add($"{who.Name} {deed.Name}: {(int)answer.Status}, not {(int)expected}: {answer.Text[..Math.Min(200, answer.Text.Length)]}");
        else if (expected == HttpStatusCode.UnprocessableEntity && answer.Document.QuerySelector("[data-error-summary] li")?.TextContent.Trim().Length is not > 20)
            wrong.Add($"{who.Name} {deed.Name}: refused without a sentence");
    }
}
