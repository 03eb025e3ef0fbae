using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MediatR;
using Project06.BuildingBlocks.Time;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Data;

/// <summary>A row of <c>dossiers</c> and what is needed for its history.</summary>
/// <param name="Came">The action that led to the step, and from where; null at the first step.</param>
internal sealed record DemoDossier(
    PastDossier Past, DossierCode Code, Procedure Procedure, string Receiving, string Deciding, Step Step, Passage? Came,
    JsonObject Answers, DateTimeOffset? AcceptedAt, DateTimeOffset PromisedAt, DateTimeOffset? EndedAt)
{
    public string Token { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    public DateTimeOffset StepEnteredAt => EndedAt ?? (AcceptedAt ?? Past.ReceivedAt).AddMinutes(Came is null ? 0 : 15);
    public string[] UsedOnce => Came?.Action.Once is { } once ? [once] : [];
    public string OrganisationOf(Step step) => step.Office == OfficePlace.Receiving ? Receiving : Deciding;
}

/// <param name="ByEffect">Whether an effect had to be done on the way.</param>
internal sealed record Passage(Step From, StepAction Action, bool ByEffect);

/// <summary>Puts the nation's past dossiers into the steps of their procedures.</summary>
internal sealed class DemoDossiers(ProcedureBook procedures, IMediator mediator, ReferenceBook reference, DemoAnswers answers, DateTimeOffset now)
{
    private static readonly HashSet<string> FullCommunes = [DemoNationOptions.WardCode, DemoNationOptions.RuralCommuneCode];
    private readonly Dictionary<(string Kind, string Unit), string?> offices = [];
    private readonly Dictionary<(string Prefix, DateOnly Day), int> last = [];
    private readonly Dictionary<string, Dictionary<string, Passage>> passages = [];

    /// <summary>The last number given on each day, by what the codes begin with.</summary>
    public IReadOnlyDictionary<(string Prefix, DateOnly Day), int> Counters => last;

    public async Task<List<DemoDossier>> BuildAsync(Nation nation, CancellationToken cancellationToken)
    {
        var built = new List<DemoDossier>(nation.PastDossiers.Count);
        foreach (var listed in nation.PastDossiers)
        {
            var past = listed;
            // The folder's first version stands for the time before it too: it is sample data.
            var procedure = procedures.Find(past.ProcedureCode, past.ReceivedAt.LegalDate())
                ?? procedures.All.FirstOrDefault(p => p.Code == past.ProcedureCode);
            if (procedure is null
                || await OfficeAsync(procedure.Offices.Receiving.Kind, past.CommuneCode, cancellationToken) is not { } receiving
                || await OfficeAsync(procedure.Offices.Deciding.Kind, past.CommuneCode, cancellationToken) is not { } deciding)
                continue;
            // The nation knows no office hours to the minute: what it holds to be in time is filed late enough to be.
            if (past.FinishedAt is null && past.DueAt > now && Promised(procedure, past) <= now)
                past = past with { ReceivedAt = past.ReceivedAt.LegalDate().At(new TimeOnly(15, 1)).AddMinutes(built.Count * 7 % 95) };
            built.Add(Build(past, procedure, receiving, deciding, built.Count));
        }
        return built;
    }

    private DemoDossier Build(PastDossier past, Procedure procedure, string receiving, string deciding, int number)
    {
        var ways = WaysOf(procedure);
        var step = StepOf(procedure, past.StateCode, ways, number);
        var came = ways.GetValueOrDefault(step.Id);
        var accepted = step.State is DossierLifecycle.NewlyFiled or DossierLifecycle.NotAccepted or DossierLifecycle.SupplementRequested
            ? (DateTimeOffset?)null
            : past.ReceivedAt;
        var onDesks = FullCommunes.Contains(past.CommuneCode) && (past.FinishedAt is not { } finished || finished > now.AddDays(-40));
        var filled = onDesks ? answers.Fill(procedure, past, number) : [];
        return new DemoDossier(
            past, NextCode(procedure.CodePrefix ?? receiving, past.ReceivedAt.LegalDate()), procedure, receiving, deciding, step, came,
            filled, accepted, step.IsEnd ? past.DueAt : Promised(procedure, past), step.IsEnd ? past.FinishedAt ?? past.DueAt : null);
    }

    // An open one stands where officials are at work without anything of another module behind it.
    private static Step StepOf(Procedure procedure, int state, Dictionary<string, Passage> ways, int number)
    {
        if (state is DossierLifecycle.Finished or DossierLifecycle.HandedOver)
            return procedure.Steps.First(s => s.State == DossierLifecycle.Finished);
        if (DossierLifecycle.IsEnd(state))
            return procedure.Steps.FirstOrDefault(s => s.State == state) ?? procedure.Steps.First(s => s.State is DossierLifecycle.Stopped or DossierLifecycle.NotAccepted);
        if (state == DossierLifecycle.SupplementRequested)
            return procedure.Steps.FirstOrDefault(s => s.State == state) ?? procedure.FirstStep;
        if (state == DossierLifecycle.NewlyFiled)
            return procedure.FirstStep;
        var working = procedure.Steps.Where(s => s is { State: DossierLifecycle.Processing, Actor: StepActor.Office }
            && ways.TryGetValue(s.Id, out var way) && !way.ByEffect && way.Action is { Danger: false, Asks: ActionAsks.None }).ToList();
        return working.Count == 0 ? procedure.FirstStep : working[number % 4 == 3 ? ^1 : 0];
    }

    private DateTimeOffset Promised(Procedure procedure, PastDossier past)
    {
        try
        {
            return reference.Current.Calendar(procedure.Offices.Deciding.CalendarKind).Deadline(past.ReceivedAt, procedure.TimeLimit.Limit).Due;
        }
        catch (CalendarYearNotLoadedException)
        {
            return past.DueAt;
        }
    }

    private DossierCode NextCode(string prefix, DateOnly day)
    {
        var number = last[(prefix, day)] = last.GetValueOrDefault((prefix, day)) + 1;
        return DossierCode.Create(prefix, day, number);
    }

    private async Task<string?> OfficeAsync(string kind, string unit, CancellationToken cancellationToken)
    {
        if (!offices.TryGetValue((kind, unit), out var code))
            offices[(kind, unit)] = code = (await mediator.Send(new FindOrganisation(kind, unit), cancellationToken))?.Code;
        return code;
    }

    /// <summary>How each step is first reached from the first one, by moves rather than by effects.</summary>
    private Dictionary<string, Passage> WaysOf(Procedure procedure)
    {
        var key = procedure.Code + "/" + procedure.ContentHash;
        if (passages.TryGetValue(key, out var known))
            return known;
        var ways = passages[key] = [];
        foreach (var byEffect in new[] { false, true })
        {
            var waiting = new Queue<Step>(procedure.Steps.Where(s => s.Id == procedure.FirstStep.Id || ways.ContainsKey(s.Id)));
            while (waiting.TryDequeue(out var from))
            {
                foreach (var action in from.Actions)
                {
                    var to = action.To ?? (byEffect ? action.On.GetValueOrDefault(Contracts.EffectOutcome.Done) : null);
                    if (to is null || to == procedure.FirstStep.Id)
                        continue;
                    var after = action.To is null || (ways.TryGetValue(from.Id, out var before) && before.ByEffect);
                    if (ways.TryAdd(to, new Passage(from, action, after)))
                        waiting.Enqueue(procedure.Step(to));
                }
            }
        }
        return ways;
    }
}
