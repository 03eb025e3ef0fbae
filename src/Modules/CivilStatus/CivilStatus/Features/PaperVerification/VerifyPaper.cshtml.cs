using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.PaperVerification;

/// <summary>What the public page says of a paper.</summary>
internal enum PaperVerdict
{
    /// <summary>No signed paper has this address.</summary>
    Unknown,
    /// <summary>Signed and in force.</summary>
    Valid,
    /// <summary>Signed once, out of force since.</summary>
    Revoked,
    /// <summary>The register doesn't say what was signed; ask the office.</summary>
    Doubtful,
}

internal sealed class VerifyPaperModel(CivilStatusDbContext db) : PageModel
{
    private static readonly string[] ChildShown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Number];
    private static readonly string[] ParentShown = [PersonFields.Name, PersonFields.Kinship];

    public BirthEntry? Entry { get; private set; }

    public PaperVerdict Verdict { get; private set; }

    /// <summary>The entry whose content is shown: that of a valid paper only.</summary>
    public BirthEntry? Shown => Verdict is PaperVerdict.Valid ? Entry : null;

    public async Task OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Entry = await db.BirthEntries.AsNoTracking()
            .SingleOrDefaultAsync(e => e.PublicToken == token && e.SignedAt != null, cancellationToken);
        Verdict = Judge(Entry);
        if (Verdict is PaperVerdict.Unknown)
            Response.StatusCode = StatusCodes.Status404NotFound;
        if (Shown is { } shown)
            await RecordAsync(shown, cancellationToken);
    }

    /// <summary>"•••••••••123": enough to compare with the paper in hand, too little to learn the number here.</summary>
    public static string Masked(string? number) => number is { Length: > 3 } ? new string('•', number.Length - 3) + number[^3..] : "–";

    private static PaperVerdict Judge(BirthEntry? entry) => entry switch
    {
        null => PaperVerdict.Unknown,
        { State: BirthEntryState.Revoked } => PaperVerdict.Revoked,
        { State: BirthEntryState.Signed } when BirthEntryHash.Holds(entry) => PaperVerdict.Valid,
        _ => PaperVerdict.Doubtful,
    };

    private Task RecordAsync(BirthEntry entry, CancellationToken cancellationToken)
    {
        var access = User.FindActor() is { } actor
            ? AccessContext.Citizen(actor, AccessPurposes.VerifyPaper, entry.ProcedureCode)
            // Nobody is known by name here; the ledger still says that somebody with the paper looked.
            : new AccessContext(null, null, "verify-paper", "Người cầm tờ giấy quét mã QR", AccessPurposes.VerifyPaper, entry.ProcedureCode);
        var parents = new[] { entry.MotherId, entry.FatherId }.OfType<Guid>().Select(id => new PersonShown(id, ParentShown));
        return db.RecordAccessAsync(access, parents.Append(new PersonShown(entry.ChildId!.Value, ChildShown)), cancellationToken);
    }
}
