using System.Collections.Concurrent;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Portal;

/// <summary>
/// Citizens who register births, write drafts, move to a household whose head must agree, and pay; officials who take what
/// their folder calls the likely action. All by their pages; whoever gets no answer looks again where things stand.
/// </summary>
internal sealed class PortalTraffic(PrivateNation nation, Payer? payer, Promises promises) : IAsyncDisposable
{
    public const string Birth = "1.001193", Absence = "1.003677", Residence = "1.004222";
    private const string Head = "head";

    private static readonly Dictionary<string, string> AccountOf = new()
    {
        ["receiving-clerk"] = "clerk",
        ["centre-head"] = "leader",
        ["civil-status-officer"] = "officer",
        ["commune-leader"] = "leader",
        ["police-officer"] = "police",
        ["police-leader"] = "police-leader",
    };

    private readonly IReadOnlyDictionary<string, ProcedureFolder> _folders = ProcedureFolder.All();
    private readonly Dictionary<string, Browser> _officials = [];
    private readonly ConcurrentDictionary<string, Applicant> _applicants = new();
    private readonly ConcurrentQueue<Applicant> _movers = new();
    private readonly List<Applicant> _mothers = [], _writers = [];

    /// <summary>What isn't walked for want of a folder or a bank, in words.</summary>
    public List<string> Missing { get; } = [];

    public async Task SignInAsync(PortalPlan plan, CancellationToken ct)
    {
        foreach (var account in AccountOf.Values.Distinct())
            _officials[account] = await SignedIn.OpenAsync(nation, nation.Account(account), ct);
        var pays = _folders.TryGetValue(Residence, out var residence) && residence.Steps.Values.Any(s => s.Pays);
        if (residence is null)
            Missing.Add("consents");
        if (!pays || payer is null)
            Missing.Add("payments");
        var movers = residence is null || (pays && payer is null) ? 0 : plan.Movers;
        var neighbours = nation.Neighbours;
        Progress.Say($"Signing in {plan.Mothers} mothers, {plan.Writers} writers, {movers} movers.");
        for (var i = 0; i < plan.Mothers + plan.Writers + movers && i < neighbours.Count; i++)
        {
            var person = await Applicant.SignInAsync(nation, neighbours[i], promises, ct);
            _applicants[person.Key] = person;
            if (i < plan.Mothers)
                _mothers.Add(person);
            else if (i < plan.Mothers + plan.Writers)
                _writers.Add(person);
            else
                _movers.Enqueue(person);
        }
        if (movers > 0)
            _applicants[Head] = await Applicant.SignInAsync(nation, nation.Account(Head), promises, ct);
    }

    /// <summary>Everybody at it, until told to stop.</summary>
    public Task LiveAsync(PortalPlan plan, CancellationToken ct) => Task.WhenAll(
    [
        .. _mothers.Select((mother, i) => BearAsync(mother, i, ct)),
        .. _writers.Select(writer => writer.RewriteAsync(Absence, "reason", ct)),
        .. Enumerable.Range(0, plan.MoversAtOnce).Select(_ => MoveHouseAsync(ct)),
        WorkAsync(() => false, ct),
    ]);

    /// <summary>Works until nothing is open any more.</summary>
    public Task DrainAsync(CancellationToken ct) => WorkAsync(() => true, ct);

    public ValueTask DisposeAsync()
    {
        foreach (var browser in _officials.Values)
            browser.Dispose();
        foreach (var applicant in _applicants.Values)
            applicant.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task BearAsync(Applicant mother, int number, CancellationToken ct)
    {
        for (var child = 0; await mother.FileAsync(Birth, new SampleChild(number, child).Answer, ct) is { } filed; child++)
            await EndedAsync(filed, ct);
    }

    // One after another: who has moved there lives there.
    private async Task MoveHouseAsync(CancellationToken ct)
    {
        while (_movers.TryDequeue(out var mover))
        {
            if (await mover.FileAsync(Residence, Move, ct) is { } filed)
                await EndedAsync(filed, ct);
        }
    }

    private string? Move(string field) => field switch
    {
        "who" => "self",
        "move-along" => "none",
        "dwelling" => "family",
        "head.Number" => nation.Account(Head).Number,
        "head.FullName" => nation.Account(Head).Name,
        "relation" => "other",
        _ => null,
    };

    private async Task EndedAsync(Guid dossier, CancellationToken ct)
    {
        while (!(await ReadAsync([dossier], ct)).Single().Ended)
            await Task.Delay(250, ct);
    }

    private Task<List<PortalDossier>> ReadAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        nation.QueryAsync(PortalDossier.Sql, PortalDossier.Read, ct, ids.ToArray());

    private async Task WorkAsync(Func<bool> untilDone, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var open = (await ReadAsync(promises.Dossiers.Keys, ct)).Where(d => !d.Ended).ToList();
            if (open.Count == 0 && untilDone())
                return;
            var ready = open.Where(d => !d.Pending).GroupBy(WhoseTurn).ToList();
            await Task.WhenAll(ready.Select(turn => InTurnAsync(turn.Key, turn, ct)));
            await Task.Delay(ready.Count > 0 ? 20 : 80, ct);
        }
    }

    private string WhoseTurn(PortalDossier dossier) => _folders[dossier.Procedure].Steps[dossier.Step] switch
    {
        { Actor: "office", Role: { } role } => AccountOf[role],
        { Actor: "consenter" } => Head,
        _ => promises.Dossiers[dossier.Id],
    };

    private async Task InTurnAsync(string account, IEnumerable<PortalDossier> dossiers, CancellationToken ct)
    {
        foreach (var dossier in dossiers)
        {
            try
            {
                await ActAsync(account, dossier, ct);
            }
            catch (Exception away) when (Away.Is(away))
            {
                await Away.WaitAsync(ct);
                return;
            }
        }
    }

    private Task ActAsync(string account, PortalDossier dossier, CancellationToken ct) => _folders[dossier.Procedure].Steps[dossier.Step] switch
    {
        { Pays: true } => payer!.PayAsync(_applicants[account].Browser, dossier, ct),
        { Actor: "office", Likely: { } action } => DecideAsync(_officials[account], dossier, action, ct),
        { Actor: "applicant", Likely: { } action } => _applicants[account].ConfirmAsync(dossier, action, ct),
        { Actor: "consenter", Likely: { } action } => dossier.Consent is null ? Task.CompletedTask : _applicants[Head].ConsentAsync(dossier, action, ct),
        var step => throw new InvalidOperationException($"Nobody knows how {dossier.Procedure} goes on from {step.Id}."),
    };

    private async Task DecideAsync(Browser official, PortalDossier dossier, string action, CancellationToken ct)
    {
        var page = (await official.GetAsync($"/desk/{dossier.Code}", ct)).Expect();
        // Another answer came first: the dossier has moved on.
        if (page.FindForm($"button[value={action}]") is not { } form || page.FindForm($"input[name=step][value={dossier.Step}]") is null)
            return;
        Promises.Try(promises.Moves, (dossier.Id, dossier.Step, action));
        var answer = (await form.SubmitAsync(ct, action)).Expect();
        if (answer.Uri.Query.Contains($"taken={action}", StringComparison.Ordinal))
            promises.Moves[(dossier.Id, dossier.Step, action)] = Word.Acknowledged;
    }
}
