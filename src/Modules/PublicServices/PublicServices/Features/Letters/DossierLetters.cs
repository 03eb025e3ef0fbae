using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Letters;

/// <summary>What an office has to read or answer of what citizens wrote.</summary>
internal sealed record CitizenCounts(int Letters, int Complaints);

/// <summary>Reads letters, and marks them read on either side.</summary>
internal sealed class DossierLetters(PublicServicesDbContext db, TimeProvider clock)
{
    /// <summary>All letters about a dossier, oldest first.</summary>
    public Task<List<Letter>> ReadAsync(Guid dossier, CancellationToken cancellationToken = default) =>
        db.Letters.AsNoTracking().Where(l => l.DossierId == dossier).OrderBy(l => l.At).ThenBy(l => l.Id).ToListAsync(cancellationToken);

    public bool MayWrite(Dossier dossier) => Letter.MayWrite(dossier, clock.GetUtcNow());

    /// <summary>The office a letter goes to: the one that has the dossier now, else the one that received it.</summary>
    public static string OfficeOf(Dossier dossier, Step step) => step.Office is { } place ? dossier.OrganisationOf(place) : dossier.ReceivingOrganisation;

    /// <summary>Letters of the dossier that its applicant hasn't read.</summary>
    public Task<int> CountUnreadOfApplicantAsync(Guid dossier) => db.Letters.CountAsync(l => l.DossierId == dossier && l.FromOffice && l.ReadAt == null);

    /// <summary>The applicant has the letters before them: these, and the notices of them, are read.</summary>
    public async Task MarkReadByApplicantAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Letters.Where(l => l.DossierId == dossier.Id && l.FromOffice && l.ReadAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.ReadAt, now), cancellationToken);
        await db.Messages.Where(m => m.DossierId == dossier.Id && m.PersonId == dossier.ApplicantId && m.Kind == CitizenMessages.Letter && m.ReadAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now), cancellationToken);
    }

    /// <summary>The office has answered, or needs not.</summary>
    public Task MarkReadByOfficeAsync(Guid dossier, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Letters.Where(l => l.DossierId == dossier && !l.FromOffice && l.ReadAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.ReadAt, now), cancellationToken);
    }

    /// <summary>Unread letters to the actor's offices, and open complaints where the actor answers these, in one statement.</summary>
    public async Task<CitizenCounts> CountAsync(Actor actor)
    {
        var (offices, headed) = (Offices(actor), Complaints.ComplaintQueue.Headed(actor));
        return await db.Database.SqlQuery<CitizenCounts>($"""
            SELECT (SELECT count(*) FROM public_services.letters WHERE organisation = ANY({offices}) AND read_at IS NULL AND NOT from_office)::int AS "Letters",
                (SELECT count(*) FROM public_services.complaints WHERE organisation = ANY({headed}) AND answered_at IS NULL)::int AS "Complaints"
            """).SingleAsync();
    }

    public static string[] Offices(Actor actor) => actor.Desks();
}

/// <summary>Notices to citizens about what stands on these pages; texts as for every <see cref="MessageKinds"/>.</summary>
internal static class CitizenMessages
{
    public const string Letter = "letter", ComplaintAnswered = "complaint-answered", ComplaintRejected = "complaint-rejected";

    /// <summary>Where a notice leads.</summary>
    public static string Link(string kind, string code) => kind switch
    {
        Letter => $"/dossiers/{code}/letters",
        ComplaintAnswered or ComplaintRejected => $"/dossiers/{code}/complaint",
        MessageKinds.RefundApproved or MessageKinds.RefundDeclined => $"/dossiers/{code}/pay",
        _ when MessageKinds.IsToConsenter(kind) => "/consents",
        _ => $"/dossiers/{code}",
    };
}
