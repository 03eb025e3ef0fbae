using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Consents.ListConsents;

/// <summary>What others ask me to agree to: what waits, and what I said. Whose names are here is on the ledger.</summary>
internal sealed class ListConsentsModel(PublicServicesDbContext db, ProcedureBook procedures, FieldWords words) : PageModel
{
    private const int Most = 50;

    internal sealed record Line(Consent Consent, Procedure Procedure, string Code, string? Applicant);

    public IReadOnlyList<Line> Waiting { get; private set; } = [];
    public IReadOnlyList<Line> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var rows = await db.Consents.AsNoTracking().Where(c => c.PersonId == actor.PersonId)
            .OrderBy(c => c.AnsweredAt != null).ThenByDescending(c => c.AskedAt).Take(Most)
            .Join(db.Dossiers, c => c.DossierId, d => d.Id, (c, d) => new { Consent = c, d.Code, d.ApplicantId, d.ProcedureCode, d.ProcedureVersion })
            .ToListAsync(cancellationToken);
        var waiting = rows.Where(r => r.Consent.AnsweredAt is null).Select(r => r.ApplicantId).Distinct().ToArray();
        await words.LoadAsync(waiting, AccessContext.Citizen(actor, AccessPurposes.Consent), cancellationToken, [PersonFields.Name]);
        var lines = rows.Select(r => new Line(
            r.Consent, procedures.Get(r.ProcedureCode, r.ProcedureVersion), r.Code.Value,
            r.Consent.AnsweredAt is null ? words.Person(r.ApplicantId)?.FullName : null)).ToList();
        Waiting = [.. lines.Where(l => l.Consent.AnsweredAt is null)];
        Answered = [.. lines.Where(l => l.Consent.AnsweredAt is not null)];
    }
}
