using MediatR;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Features.Effects;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>Looks at copies as asked so far; shows nobody anything.</summary>
internal sealed class CheckCopiesHandler(CopySources sources) : IRequestHandler<CheckCopies, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckCopies copies, CancellationToken cancellationToken)
    {
        var findings = new List<CheckFinding>();
        if (copies.Copies is < 1 or > IssueEntryCopies.Most)
            findings.Add(Wording.Finding("copies", true, "check-copies.count", IssueEntryCopies.Most));
        if (copies.Register is "marriage")
            findings.Add(Wording.Finding("register", true, "check-copies.unavailable"));
        else if (copies is { Register: { } register, SubjectId: { } subject })
        {
            var (_, refusal) = await sources.FindAsync(register, subject, cancellationToken);
            if (refusal is EffectReplies.Revoked)
                findings.Add(Wording.Finding("subjectId", true, "check-copies.revoked"));
            else if (refusal is not null)
                findings.Add(Wording.Finding("subjectId", true, "check-copies.not-found"));
        }
        return findings;
    }
}
