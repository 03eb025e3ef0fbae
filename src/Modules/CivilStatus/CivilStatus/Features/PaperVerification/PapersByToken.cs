using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Paper;
using static Project06.CivilStatus.Features.PaperVerification.VerifiedPaper;

namespace Project06.CivilStatus.Features.PaperVerification;

/// <summary>Finds the signed paper of a QR code's address in whichever register issued it.</summary>
internal static partial class PapersByToken
{
    private static readonly string[] SubjectShown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Number];
    private static readonly string[] ParentShown = [PersonFields.Name, PersonFields.Kinship];

    public static async Task<VerifiedPaper?> FindPaperAsync(this CivilStatusDbContext db, string token, CancellationToken cancellationToken) =>
        await db.FindBirthAsync(token, cancellationToken)
        ?? await db.FindDeathAsync(token, cancellationToken)
        ?? await db.FindChangeAsync(token, cancellationToken)
        ?? await db.FindCopyAsync(token, cancellationToken);

    private static async Task<VerifiedPaper?> FindBirthAsync(this CivilStatusDbContext db, string token, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(e => e.PublicToken == token && e.SignedAt != null, cancellationToken);
        return entry is null ? null : new VerifiedPaper(
            Judge(entry.State is BirthEntryState.Revoked, BirthEntryHash.Holds(entry)), entry.RevokedAt,
            [
                new("verify.paper", "Giấy khai sinh"), .. Place(entry.EntryNumber, entry.BookNumber, entry.OfficeUnit, entry.OfficeProvince, entry.RegisteredOn),
                new("verify.child", entry.ChildName), new("verify.born-on", entry.ChildBirthDate.Written()),
                new("verify.child-number", Masked(entry.ChildNumber)),
                new("verify.mother", entry.Mother?.Name ?? "–"), new("verify.father", entry.Father?.Name ?? "–"),
                new("verify.signed-by", entry.SignedByName!),
            ],
            [
                new(entry.ChildId!.Value, SubjectShown),
                .. new[] { entry.MotherId, entry.FatherId }.OfType<Guid>().Select(id => new PersonShown(id, ParentShown)),
            ], entry.ProcedureCode);
    }

    private static async Task<VerifiedPaper?> FindDeathAsync(this CivilStatusDbContext db, string token, CancellationToken cancellationToken)
    {
        var entry = await db.DeathEntries.AsNoTracking().SingleOrDefaultAsync(e => e.PublicToken == token && e.SignedAt != null, cancellationToken);
        return entry is null ? null : new VerifiedPaper(
            Judge(entry.State is DeathEntryState.Revoked, DeathEntryHash.Holds(entry)), entry.RevokedAt,
            [
                new("verify.paper", entry.PaperTitle!), .. Place(entry.EntryNumber, entry.BookNumber, entry.OfficeUnit, entry.OfficeProvince, entry.RegisteredOn),
                new("verify.deceased", entry.Deceased.Name), new("verify.child-number", Masked(entry.DeceasedNumber)),
                new("verify.died", entry.Died.Written), new("verify.signed-by", entry.SignedByName!),
            ],
            [new(entry.DeceasedId, SubjectShown)], entry.ProcedureCode);
    }

    private static IEnumerable<VerifiedLine> Place(string number, string book, string unit, string province, DateOnly registeredOn) =>
    [
        new("verify.number", number), new("verify.book", book), new("verify.office", PaperRows.Committee(unit, province)),
        new("verify.registered-on", registeredOn.Written()),
    ];
}
