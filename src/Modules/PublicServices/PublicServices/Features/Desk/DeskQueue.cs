using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>A dossier as the queue needs it; names come later, for the visible ones only.</summary>
/// <param name="Waits">For the citizen.</param>
internal sealed record QueueRow(
    Guid Id, DossierCode Code, string ProcedureCode, int ProcedureVersion, Guid ApplicantId, int Channel,
    string ReceivingOrganisation, string DecidingOrganisation, string StepId, DateTimeOffset PromisedAt,
    bool Waits, DateTimeOffset? EndedAt, bool IsPending, Guid? HolderId, JsonObject Answers);

/// <summary>One line of the queue.</summary>
/// <param name="Subject">The name that the answers say, of somebody the nation doesn't know yet; null where the form asks for none.</param>
/// <param name="Applicant">Name of the one who filed; its showing is on the ledger. Null where nobody's name is shown.</param>
internal sealed record QueueItem(QueueRow Row, Procedure Procedure, string? Subject, string? Applicant)
{
    public Step Step => Procedure.Step(Row.StepId);
}

/// <param name="OnlyFirst">More were found than are looked through for a name.</param>
internal sealed record QueuePage(IReadOnlyList<QueueItem> Items, int Total, int Page, int Pages, bool OnlyFirst);

internal sealed record QueueFilter(
    DeskTab Tab, string? Procedure, string? Search, int Page, int? Channel = null, DeskHolder Holder = DeskHolder.Any, DeskSort Sort = DeskSort.Due)
{
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Procedure) || Channel is not null || Holder != DeskHolder.Any;
}

/// <summary>Reads the queues of an official's organisations.</summary>
internal sealed class DeskQueue(PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Names lie with Population, so a search by name looks through this many dossiers of the tab, the most urgent ones.</summary>
    public const int SearchLimit = 500;

    /// <summary>How many dossiers each tab has: short ranges of indexes, counted one by one.</summary>
    public async Task<DeskCounts> CountAsync(DeskScope scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var counts = new Dictionary<DeskTab, int>();
        foreach (var tab in DeskTabs.All)
            counts[tab] = await scope.InTab(db.Dossiers, tab, now).CountAsync(cancellationToken);
        return new DeskCounts(counts);
    }

    /// <summary>What the actor's offices must look after beyond the queue.</summary>
    public Task<int> CountAlertsAsync(BuildingBlocks.Actors.Actor actor, CancellationToken cancellationToken)
    {
        var mine = actor.Desks();
        return db.Alerts.CountAsync(a => mine.Contains(a.Organisation) && a.SettledAt == null, cancellationToken);
    }

    /// <summary>A page of a tab. The names on it, and no others, are put on the ledger.</summary>
    public async Task<QueuePage> ReadAsync(DeskScope scope, QueueFilter filter, DeskCounts counts, CancellationToken cancellationToken)
    {
        var found = Narrow(scope, scope.InTab(db.Dossiers.AsNoTracking(), filter.Tab, clock.GetUtcNow()), filter);
        if (!filter.IsNarrowed)
            return await PageAsync(scope, filter, found, counts.Of(filter.Tab), cancellationToken);
        if (VietnameseText.Clean(filter.Search) is not { } search)
            return await PageAsync(scope, filter, found, await found.CountAsync(cancellationToken), cancellationToken);
        if (DossierCode.TryParse(search, null, out var code))
            return await PageAsync(scope, filter, found.Where(d => d.Code == code), 1, cancellationToken);
        return await SearchAsync(scope, filter, found, VietnameseText.Fold(search), cancellationToken);
    }

    /// <summary>The dossiers of a tab for the list beside an open one: no names.</summary>
    public async Task<IReadOnlyList<QueueItem>> BesideAsync(DeskScope scope, DeskTab tab, CancellationToken cancellationToken)
    {
        var rows = await Rows(DeskScope.InOrder(scope.InTab(db.Dossiers.AsNoTracking(), tab, clock.GetUtcNow()), tab, DeskSort.Due).Take(PageSize))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new QueueItem(row, procedures.Get(row.ProcedureCode, row.ProcedureVersion), null, null))];
    }

    /// <summary>Lines for dossiers already read; their names, and no others, are put on the ledger.</summary>
    public Task<IReadOnlyList<QueueItem>> ShowAsync(DeskScope scope, IEnumerable<Dossier> dossiers, CancellationToken cancellationToken) =>
        NamedAsync(scope, [.. Rows(dossiers.AsQueryable())], cancellationToken);

    private static IQueryable<Dossier> Narrow(DeskScope scope, IQueryable<Dossier> found, QueueFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Procedure))
            found = found.Where(d => d.ProcedureCode == filter.Procedure);
        if (filter.Channel is { } channel)
            found = found.Where(d => d.Channel == channel);
        var me = scope.Actor.PersonId;
        return filter.Holder switch
        {
            DeskHolder.Me => found.Where(d => d.HolderId == me && d.HolderRole == d.ActingRole),
            DeskHolder.Nobody => found.Where(d => d.HolderId == null || d.HolderRole != d.ActingRole),
            DeskHolder.Colleague => found.Where(d => d.HolderId != null && d.HolderId != me && d.HolderRole == d.ActingRole),
            _ => found,
        };
    }

    private async Task<QueuePage> PageAsync(DeskScope scope, QueueFilter filter, IQueryable<Dossier> found, int total, CancellationToken cancellationToken)
    {
        var (page, pages) = Clamp(filter.Page, total);
        // First which: an index tells that alone. Then what is in them.
        var ids = await DeskScope.InOrder(found, filter.Tab, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize).Select(d => d.Id)
            .ToListAsync(cancellationToken);
        var read = await Rows(db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id))).ToDictionaryAsync(row => row.Id, cancellationToken);
        var rows = ids.Where(read.ContainsKey).Select(id => read[id]).ToList();
        return new QueuePage(await NamedAsync(scope, rows, cancellationToken), pages == 1 ? rows.Count : total, page, pages, false);
    }

    // Looking for a name shows nobody anything: only what is found and lies on the visible page is shown and recorded.
    private async Task<QueuePage> SearchAsync(
        DeskScope scope, QueueFilter filter, IQueryable<Dossier> found, string search, CancellationToken cancellationToken)
    {
        var rows = await Rows(DeskScope.InOrder(found, filter.Tab, filter.Sort).Take(SearchLimit + 1)).ToListAsync(cancellationToken);
        var onlyFirst = rows.Count > SearchLimit;
        var looked = rows.Take(SearchLimit).ToList();
        var people = await mediator.Send(new FindPeople([.. looked.Select(r => r.ApplicantId).Distinct()], [], null), cancellationToken);
        var names = people.ToDictionary(p => p.PersonId, p => VietnameseText.Fold(p.FullName));
        var matching = looked.Where(row => Matches(row, names, search)).ToList();
        var (page, pages) = Clamp(filter.Page, matching.Count);
        var visible = matching.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new QueuePage(await NamedAsync(scope, visible, cancellationToken), matching.Count, page, pages, onlyFirst);
    }

    private bool Matches(QueueRow row, Dictionary<Guid, string> names, string search)
    {
        var subject = DossierSubject.Of(procedures.Get(row.ProcedureCode, row.ProcedureVersion), row.Answers);
        return row.Code.Value.Contains(search, StringComparison.OrdinalIgnoreCase)
            || (names.GetValueOrDefault(row.ApplicantId)?.Contains(search, StringComparison.Ordinal) ?? false)
            || (subject is not null && VietnameseText.Fold(subject).Contains(search, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<QueueItem>> NamedAsync(DeskScope scope, IReadOnlyList<QueueRow> rows, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        var shown = rows.Select(row => row.Id).ToArray();
        // A subject who has entered the nation's records since is somebody, whose name the answers show.
        var entered = (await db.People.AsNoTracking().Where(p => shown.Contains(p.DossierId) && p.Field.StartsWith(DossierPerson.EnteredPrefix))
            .ToListAsync(cancellationToken)).ToLookup(p => p.DossierId, p => p.PersonId);
        foreach (var group in rows.GroupBy(row => scope.Post(row.ReceivingOrganisation, row.DecidingOrganisation)))
        {
            var access = AccessContext.Official(scope.Actor, group.Key, AccessPurposes.Queue);
            var ids = group.Select(row => row.ApplicantId).Concat(group.SelectMany(row => entered[row.Id])).Distinct().ToArray();
            foreach (var person in await mediator.Send(new FindPeople(ids, [PersonFields.Name], access), cancellationToken))
                names[person.PersonId] = person.FullName;
        }
        return [.. rows.Select(row =>
        {
            var procedure = procedures.Get(row.ProcedureCode, row.ProcedureVersion);
            return new QueueItem(row, procedure, DossierSubject.Of(procedure, row.Answers), names.GetValueOrDefault(row.ApplicantId));
        })];
    }

    private static (int Page, int Pages) Clamp(int page, int total)
    {
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        return (Math.Clamp(page, 1, pages), pages);
    }

    private static IQueryable<QueueRow> Rows(IQueryable<Dossier> dossiers) => dossiers.Select(d => new QueueRow(
        d.Id, d.Code, d.ProcedureCode, d.ProcedureVersion, d.ApplicantId, d.Channel, d.ReceivingOrganisation, d.DecidingOrganisation,
        d.StepId, d.PromisedAt, d.Waits, d.EndedAt, d.PendingEffectId != null, d.HolderRole == d.ActingRole ? d.HolderId : null, d.Answers));
}
