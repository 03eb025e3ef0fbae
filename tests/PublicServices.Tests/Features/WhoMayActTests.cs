using Project06.EIdentification.Contracts;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Every step × every action × everybody: allowed exactly where this table says so, and otherwise nothing changes.</summary>
public sealed class WhoMayActTests(SteppedDossiers ground) : IClassFixture<SteppedDossiers>
{
    internal const string Applicant = "applicant", Receiving = "@receiving", Deciding = "@deciding";

    // Receives and decides.
    internal const string Police = Roles.PoliceOfficer + Receiving;

    /// <summary>Step, who acts there, and where each action leads; an effect leads nowhere until it is answered.</summary>
    public static readonly TheoryData<string, string, string, string> Table = new()
    {
        { TestFolders.Birth, "reception", Roles.ReceivingClerk + Receiving, "accept>examination supplement>supplement propose-refusal>refusal-review" },
        { TestFolders.Birth, "supplement", Applicant, "resubmit>reception" },
        { TestFolders.Birth, "refusal-review", Roles.CentreHead + Receiving, "give-back>reception issue-refusal>not-accepted" },
        { TestFolders.Birth, "examination", Roles.CivilStatusOfficer + Deciding, "send-draft>confirmation supplement>supplement propose-refusal>refusal-decision" },
        { TestFolders.Birth, "confirmation", Applicant, "confirm>registration correct>examination" },
        { TestFolders.Birth, "registration", Roles.CivilStatusOfficer + Deciding, "register> return>examination" },
        { TestFolders.Birth, "look-alike", Roles.CivilStatusOfficer + Deciding, "confirm-distinct> confirm-same> return>examination" },
        { TestFolders.Birth, "signature", Roles.CommuneLeader + Deciding, "sign>" },
        { TestFolders.Birth, "refusal-decision", Roles.CentreHead + Receiving, "give-back>examination issue-refusal>stopped" },
        { TestFolders.Birth, "finished", "", "" },
        { TestFolders.Birth, "not-accepted", "", "" },
        { TestFolders.Birth, "stopped", "", "" },
        { TestFolders.Birth, "not-supplemented", "", "" },
        { TestFolders.Absence, "reception", Police, "accept>examination supplement>supplement refuse>not-accepted" },
        { TestFolders.Absence, "supplement", Applicant, "resubmit>reception" },
        { TestFolders.Absence, "examination", Police, "record> supplement>supplement refuse>stopped" },
        { TestFolders.Absence, "finished", "", "" },
        { TestFolders.Absence, "not-accepted", "", "" },
        { TestFolders.Absence, "stopped", "", "" },
        { TestFolders.Absence, "not-supplemented", "", "" },
    };

    [Fact]
    public void Table_HasEveryStepOfBothProcedures()
    {
        var steps = new[] { TestFolders.Birth, TestFolders.Absence }.SelectMany(code => TestFolders.Book.Get(code, 1).Steps.Select(s => (code, s.Id)));
        Assert.Equal(steps, Table.Select(row => ((string)row[0], (string)row[1])));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Step_MovesForWhoTheTableNamesOnly(string procedure, string step, string who, string actions)
    {
        var here = actions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('>')).ToDictionary(a => a[0], a => a[1]);
        var everybody = ground.Actors(procedure);
        var everything = Table.Where(row => (string)row[0] == procedure)
            .SelectMany(row => ((string)row[3]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => (Step: (string)row[1], Who: (string)row[2], Action: a.Split('>')[0])))
            .Append((Step: step, Who: who, Action: "no-such-action")).ToList();

        // Those who mayn't, and actions of other steps: nothing happens to the dossier.
        var untouched = await ground.PutAsync(procedure, step);
        var before = await ground.TraceOfAsync(untouched);
        foreach (var (name, actor) in everybody)
        {
            foreach (var asked in everything.Where(asked => asked.Step != step || asked.Who != name || !here.ContainsKey(asked.Action)))
            {
                var refusal = await ground.TryAsync(untouched, asked.Step, asked.Action, actor);
                var expected = asked.Who == name ? "dossier.moved-on" : "not-found";
                Assert.True(refusal == expected, $"{name} asks {asked.Step}/{asked.Action} at {step}: {refusal}, not {expected}");
            }
        }
        Assert.Equal(before, await ground.TraceOfAsync(untouched));

        foreach (var (action, to) in here)
        {
            var moved = await ground.PutAsync(procedure, step);
            Assert.Null(await ground.TryAsync(moved, step, action, everybody[who]));
            var effect = to.Length == 0;
            Assert.Equal(effect ? step : to, await ground.Database.ScalarAsync<string>("SELECT step_id FROM public_services.dossiers WHERE id = $1", moved));
            Assert.Equal(effect, await ground.Database.ScalarAsync<bool>("SELECT pending_effect_id IS NOT NULL FROM public_services.dossiers WHERE id = $1", moved));
            Assert.Equal(effect ? "dossier.effect-running" : "dossier.moved-on", await ground.TryAsync(moved, step, action, everybody[who]));
        }
    }

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
