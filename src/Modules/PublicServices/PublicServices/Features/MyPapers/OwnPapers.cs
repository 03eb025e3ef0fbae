using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.MyPapers;

/// <summary>A paper that somebody gave with a dossier.</summary>
/// <param name="What">What the form called it.</param>
/// <param name="Pages">How many pictures it has.</param>
internal sealed record GivenPaper(Guid Id, string Name, string What, string Procedure, int Pages, DateTimeOffset At);

/// <summary>A final result of somebody's dossier.</summary>
internal sealed record ResultPaper(Guid Id, DossierCode Code, string What, string Procedure, string Office, DateTimeOffset At);

/// <summary>A person's own papers: what their dossiers led to, and what they gave.</summary>
internal sealed class OwnPapers(PublicServicesDbContext db, ProcedureBook procedures, IEnumerable<IResultFiles> issuers)
{
    private const int MostRead = 80, MostResults = 20;

    /// <summary>What the person gave, newest first; the same file given twice stands once.</summary>
    /// <param name="exceptDraft">What lies in this draft isn't offered to it again.</param>
    public async Task<IReadOnlyList<GivenPaper>> GivenAsync(Guid person, int most, Guid? exceptDraft = null, CancellationToken cancellationToken = default)
    {
        var rows = await (
            from paper in db.Evidence.AsNoTracking()
            where paper.OwnerId == person && paper.ResultId == null
            join draft in db.Drafts on paper.DraftId equals draft.Id
            join file in db.Set<StoredFile>() on paper.OriginalFileId equals file.Id
            orderby paper.AddedAt descending
            select new { paper, draft.ProcedureCode, draft.ProcedureVersion, file.Sha256 }).Take(MostRead).ToListAsync(cancellationToken);
        var there = rows.Where(r => r.paper.DraftId == exceptDraft).Select(r => Convert.ToHexString(r.Sha256)).ToHashSet();
        return [.. rows.DistinctBy(r => Convert.ToHexString(r.Sha256)).Where(r => !there.Contains(Convert.ToHexString(r.Sha256))).Take(most).Select(r =>
        {
            var procedure = procedures.Get(r.ProcedureCode, r.ProcedureVersion);
            return new GivenPaper(r.paper.Id, r.paper.Name, procedure.Fields.GetValueOrDefault(r.paper.FieldId)?.Label.Here ?? r.paper.Name,
                procedure.Name.Here, r.paper.PageFileIds.Count, r.paper.AddedAt);
        })];
    }

    /// <summary>The final results of the person's dossiers, newest first. The office is a code.</summary>
    public async Task<IReadOnlyList<ResultPaper>> ResultsAsync(Guid person, int skip, int most, CancellationToken cancellationToken)
    {
        var rows = await Results(person).OrderByDescending(r => r.At).ThenBy(r => r.Id).Skip(skip).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(Paper)];
    }

    /// <summary>The person's newest results that are files, but for those that lie in the draft already.</summary>
    public async Task<IReadOnlyList<ResultPaper>> FilesAsync(Guid person, int most, Guid draft, CancellationToken cancellationToken = default)
    {
        var rows = await Results(person).Where(r => !db.Evidence.Any(e => e.DraftId == draft && e.ResultId == r.Id))
            .OrderByDescending(r => r.At).Take(MostResults).ToListAsync(cancellationToken);
        return [.. rows.Where(r => issuers.Any(i => i.Keeps(r.Path))).Take(most).Select(Paper)];
    }

    private ResultPaper Paper(ResultRow r)
    {
        var procedure = procedures.Get(r.ProcedureCode, r.ProcedureVersion);
        return new ResultPaper(r.Id, r.Code, procedure.Results.TryGetValue(r.Kind, out var words) ? words.Here : r.Kind, procedure.Name.Here, r.Office, r.At);
    }

    public Task<int> CountResultsAsync(Guid person, CancellationToken cancellationToken) => Results(person).CountAsync(cancellationToken);

    private IQueryable<ResultRow> Results(Guid person) =>
        from dossier in db.Dossiers.AsNoTracking()
        where dossier.ApplicantId == person
        join result in db.Results.AsNoTracking() on dossier.Id equals result.DossierId
        where result.IsFinal
        select new ResultRow
        {
            Id = result.Id, Code = dossier.Code, Kind = result.Kind, Path = result.Path, ProcedureCode = dossier.ProcedureCode,
            ProcedureVersion = dossier.ProcedureVersion, Office = dossier.DecidingOrganisation, At = result.At,
        };

    private sealed class ResultRow
    {
        public required Guid Id { get; init; }
        public required DossierCode Code { get; init; }
        public required string Kind { get; init; }
        public required string Path { get; init; }
        public required string ProcedureCode { get; init; }
        public required int ProcedureVersion { get; init; }
        public required string Office { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
