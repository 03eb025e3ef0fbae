using Project06.BuildingBlocks.Time;

namespace Project06.CivilStatus.Domain;

/// <summary>One numbered copy of an entry; issued once, valid while the entry is in force.</summary>
internal sealed class EntryCopy : IRegisterEntry
{
    public required Guid Id { get; init; }
    public RegisterKind Book { get; private init; } = RegisterKind.Copy;

    /// <summary>The commune that issued it, wherever the entry lies.</summary>
    public required string UnitCode { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required int Volume { get; init; }
    public required DateOnly RegisteredOn { get; init; }
    public required string OfficeUnit { get; init; }
    public required string OfficeProvince { get; init; }

    /// <summary>Birth or death.</summary>
    public required RegisterKind CopyOf { get; init; }
    public required Guid EntryId { get; init; }
    public required Guid SubjectId { get; init; }
    public required Guid RequesterId { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }

    /// <summary>The asking that issued it, together with the other copies of that asking.</summary>
    public required Guid EffectRequestId { get; init; }
    public required string PublicToken { get; init; }
    public required Guid SignedById { get; init; }
    public required string SignedByName { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
    public Guid FileId { get; private set; }
    public string ContentHash { get; private set; } = "";
    public int Version { get; private init; } = 1;

    public string CopyNumber => $"{Number}/{Year}";

    public string BookNumber => RegisterBook.NumberOf(RegisterKind.Copy, Year, Volume);

    /// <summary>The printed copy, and the fingerprint of the entry and the notes it shows.</summary>
    public void Attach(Guid fileId, string? entryHash)
    {
        if (FileId != Guid.Empty)
            throw new InvalidOperationException("A copy is printed once.");
        (FileId, ContentHash) = (fileId, HashOf(entryHash));
    }

    public bool Holds(string? entryHash) => ContentHash == HashOf(entryHash);

    private string HashOf(string? entryHash) => Domain.ContentHash.Of(
        ["copy-1", UnitCode, CopyNumber, BookNumber, RegisteredOn.Written(), CopyOf.ToString(), EntryId.ToString(), entryHash, SignedByName]);
}
