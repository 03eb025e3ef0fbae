using System.Text.Json.Nodes;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

internal static class AttachedEvidence
{
    /// <summary>
    /// Puts a paper into the answer of a locked draft, within the running transaction. What it pushes out of a full field leaves
    /// nothing behind before filing; what the office has seen stays.
    /// </summary>
    public static async Task AttachEvidenceAsync(
        this PublicServicesDbContext db, Draft draft, Field field, Evidence evidence, CancellationToken cancellationToken)
    {
        db.Add(evidence);
        var files = AnswerValues.Files(draft.Answers[field.Id]).Append(new AnswerFile(evidence.Id, evidence.Name, evidence.PageFileIds.Count)).ToList();
        var kept = files.TakeLast(Math.Max(1, field.MaxFiles)).ToList();
        draft.Save(new JsonObject { [field.Id] = AnswerValues.Of(kept) }, evidence.AddedAt);
        if (draft.FiledAt is null)
            await db.DropEvidenceAsync(draft.Id, [.. files.Except(kept).Select(f => f.Id)], cancellationToken);
    }
}
