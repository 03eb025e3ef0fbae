using System.Text.Json.Nodes;

namespace Project06.PublicServices.Domain;

/// <summary>Answers being given. Saved page by page; becomes the dossier of the same id when filed.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }
    public required string ProcedureCode { get; init; }
    public required int ProcedureVersion { get; init; }
    public required string ContentHash { get; init; }
    public required Guid ApplicantId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The visit in which a counter helps with it; null while the citizen does it alone.</summary>
    public Guid? VisitId { get; private set; }

    /// <summary>The finished dossier that began it for the applicant.</summary>
    public Guid? FollowsId { get; init; }

    public DateTimeOffset SavedAt { get; private set; }
    public DateTimeOffset? FiledAt { get; private set; }
    public JsonObject Answers { get; private set; } = [];

    /// <summary>Puts the answers of one page over those given before.</summary>
    public void Save(JsonObject answers, DateTimeOffset now)
    {
        var merged = (JsonObject)Answers.DeepClone();
        foreach (var (field, value) in answers)
            merged[field] = value?.DeepClone();
        Answers = merged;
        SavedAt = now;
    }

    /// <summary>A counter takes it up in a visit; what the citizen has answered stays.</summary>
    public void TakeUp(Guid visit) => VisitId = visit;

    public void MarkFiled(DateTimeOffset now) => FiledAt = now;
}
