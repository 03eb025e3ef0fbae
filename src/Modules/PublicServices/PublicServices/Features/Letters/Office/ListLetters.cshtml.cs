using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Letters.Office;

/// <summary>A dossier with unread letters.</summary>
internal sealed record LetterLine(DossierCode Code, Procedure Procedure, int Unread, DateTimeOffset Since);

/// <summary>Dossiers about which citizens wrote to the actor's offices and nobody has answered, longest waiting first. Names nobody.</summary>
internal sealed class ListLettersModel(PublicServicesDbContext db, ProcedureBook procedures) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var offices = DossierLetters.Offices(User.Actor());
        var rows = await (
            from letter in db.Letters.AsNoTracking()
            where offices.Contains(letter.Organisation) && !letter.FromOffice && letter.ReadAt == null
            group letter by letter.DossierId into dossier
            orderby dossier.Min(l => l.At)
            select new { Id = dossier.Key, Unread = dossier.Count(), Since = dossier.Min(l => l.At) }).Take(Most).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToArray();
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.Code, d.ProcedureCode, d.ProcedureVersion }).ToDictionaryAsync(d => d.Id, cancellationToken);
        Lines = [.. rows.Select(r => new LetterLine(
            dossiers[r.Id].Code, procedures.Get(dossiers[r.Id].ProcedureCode, dossiers[r.Id].ProcedureVersion), r.Unread, r.Since))];
    }
}
