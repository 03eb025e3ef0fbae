using System.Collections.Concurrent;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Crash;

/// <summary>A dossier of this proof as the database has it.</summary>
internal sealed record DossierNow(Guid Id, string Code, string Step, bool Pending, bool Ended);

/// <summary>
/// Mothers who file and officials who move dossiers, by their pages. Whoever gets no answer looks again where the dossier
/// stands and goes on from there, as people do; so everything may be asked twice.
/// </summary>
internal sealed class Traffic : IAsyncDisposable
{
    private static readonly Dictionary<string, (string Role, string Action)> Moves = new()
    {
        ["reception"] = ("clerk", "accept"),
        ["examination"] = ("officer", "send-draft"),
        ["confirmation"] = ("mother", "confirm"),
        ["registration"] = ("officer", "register"),
        ["look-alike"] = ("officer", "confirm-distinct"),
        ["signature"] = ("leader", "sign"),
    };

    private readonly PrivateNation _nation;
    private readonly Dictionary<string, Browser> _officials;
    private readonly List<Browser> _mothers;
    private readonly int[] _children;
    private readonly ConcurrentDictionary<Guid, int> _filed = new();

    private Traffic(PrivateNation nation, Dictionary<string, Browser> officials, List<Browser> mothers)
    {
        (_nation, _officials, _mothers) = (nation, officials, mothers);
        _children = new int[mothers.Count];
    }

    /// <summary>All dossiers filed, with the number of their mother.</summary>
    public IReadOnlyDictionary<Guid, int> Filed => _filed;

    public int Mothers => _mothers.Count;

    public static async Task<Traffic> SignInAsync(PrivateNation nation, int mothers, CancellationToken ct)
    {
        Progress.Say($"Signing in {mothers} mothers, a clerk, an officer and a leader.");
        var officials = new Dictionary<string, Browser>();
        foreach (var role in new[] { "clerk", "officer", "leader" })
            officials[role] = await SignedIn.OpenAsync(nation, nation.Account(role), ct);
        var signedIn = new List<Browser>();
        foreach (var mother in nation.Neighbours.Take(mothers))
            signedIn.Add(await SignedIn.OpenAsync(nation, mother, ct));
        return new Traffic(nation, officials, signedIn);
    }

    /// <summary>Files the birth of a mother's next child, whatever is killed meanwhile.</summary>
    public async Task<Guid> FileAsync(int mother, CancellationToken ct)
    {
        var child = new SampleChild(mother, _children[mother]);
        Guid? draft = null;
        WebPage? page = null;
        while (true)
        {
            try
            {
                if (draft is null)
                    (draft, page) = await BirthForm.StartAsync(_mothers[mother], ct);
                else
                    page = page is null ? (await _mothers[mother].GetAsync(BirthForm.CheckPage(draft.Value), ct)).Expect()
                        : await BirthForm.ContinueAsync(page, child, ct);
                if (!page.Path.StartsWith("/dossiers/", StringComparison.Ordinal))
                    continue;
                _filed[draft.Value] = mother;
                _children[mother]++;
                return draft.Value;
            }
            catch (Exception away) when (IsAway(away))
            {
                page = null;
                await Task.Delay(150, ct);
            }
        }
    }

    /// <summary>Moves dossiers by those whose turn it is, until told to stop or nothing is left to do.</summary>
    /// <param name="ids">Which; null: all that were ever filed.</param>
    /// <param name="until">Whether a dossier may rest where it is.</param>
    /// <param name="ct">Stops.</param>
    public async Task MoveAsync(IReadOnlyCollection<Guid>? ids, Func<DossierNow, bool> until, CancellationToken ct)
    {
        while (true)
        {
            var moving = (await ReadAsync(ids ?? [.. _filed.Keys], ct)).Where(d => !until(d)).ToList();
            if (moving.Count == 0)
                return;
            var ready = moving.Where(d => !d.Pending && !d.Ended).ToList();
            await Task.WhenAll(ready.GroupBy(d => Moves[d.Step].Role == "mother" ? $"mother {_filed[d.Id]}" : Moves[d.Step].Role)
                .Select(turn => ActInTurnAsync(turn, ct)));
            await Task.Delay(ready.Count > 0 ? 20 : 80, ct);
        }
    }

    /// <summary>Where dossiers stand.</summary>
    public Task<List<DossierNow>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => _nation.QueryAsync(
        "SELECT id, code, step_id, pending_effect_id IS NOT NULL, ended_at IS NOT NULL FROM public_services.dossiers WHERE id = ANY($1) ORDER BY filed_at",
        r => new DossierNow(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetBoolean(4)), ct, ids.ToArray());

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var browser in _officials.Values.Concat(_mothers))
            browser.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ActInTurnAsync(IEnumerable<DossierNow> dossiers, CancellationToken ct)
    {
        foreach (var dossier in dossiers)
        {
            try
            {
                await ActAsync(dossier, ct);
            }
            catch (Exception away) when (IsAway(away))
            {
                await Task.Delay(150, ct);
                return;
            }
        }
    }

    private async Task ActAsync(DossierNow dossier, CancellationToken ct)
    {
        var (role, action) = Moves[dossier.Step];
        var page = role == "mother"
            ? await _mothers[_filed[dossier.Id]].GetAsync($"/dossiers/{dossier.Code}", ct)
            : await _officials[role].GetAsync($"/desk/{dossier.Code}", ct);
        var form = role == "mother" ? page.Expect().FindForm($"input[value={action}]") : page.Expect().FindForm($"button[value={action}]");
        // Another answer came first: the dossier has moved on.
        if (form is not null)
            await form.SubmitAsync(ct, role == "mother" ? null : action);
    }

    /// <summary>No answer, or the answer of a host whose database is away: both are waited out.</summary>
    private static bool IsAway(Exception exception) => exception is HttpRequestException or IOException
        || exception is UnexpectedPageException { Status: >= 500 };
}
