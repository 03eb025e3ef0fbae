using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Files;

/// <summary>A stored file as described in the module's <c>files</c> table.</summary>
public sealed class StoredFile
{
    /// <summary>Its id, Guid v7.</summary>
    public required Guid Id { get; init; }
    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Sha256 { get; init; }
    /// <summary>Content type found by looking at the bytes, never the sender's word.</summary>
    public required string ContentType { get; init; }
    /// <summary>Length in bytes.</summary>
    public required int Length { get; init; }
    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class FileChunk
{
    public required Guid FileId { get; init; }
    public required int Number { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>Files of a module in PostgreSQL, in chunks of at most 1 MB; part of the module's own transaction.</summary>
public static class FileStore
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Maps the file tables; a module that keeps files calls this in MapModule.</summary>
    public static void MapFiles(this ModelBuilder model)
    {
        model.Entity<StoredFile>().ToTable("files").HasKey(f => f.Id);
        model.Entity<FileChunk>(e =>
        {
            e.ToTable("file_chunks").HasKey(c => new { c.FileId, c.Number });
            e.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId);
        });
    }

    /// <summary>Adds a file; it is stored by the next SaveChangesAsync.</summary>
    public static StoredFile AddFile(this ModuleDbContext db, byte[] content, string contentType, DateTimeOffset now)
    {
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            Sha256 = SHA256.HashData(content),
            ContentType = contentType,
            Length = content.Length,
            CreatedAt = now,
        };
        db.Add(file);
        var number = 0;
        foreach (var chunk in content.Chunk(ChunkSize))
            db.Add(new FileChunk { FileId = file.Id, Number = number++, Bytes = chunk });
        return file;
    }

    /// <summary>Deletes files with their bytes; what was taken back isn't kept.</summary>
    public static Task RemoveFilesAsync(this ModuleDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.Set<StoredFile>().Where(f => ids.Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Reads a whole file; null when there is none.</summary>
    public static async Task<(StoredFile File, byte[] Content)?> ReadFileAsync(
        this ModuleDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } file)
            return null;
        var chunks = await db.Set<FileChunk>().AsNoTracking().Where(c => c.FileId == id)
            .OrderBy(c => c.Number).Select(c => c.Bytes).ToListAsync(cancellationToken);
        return (file, chunks.SelectMany(c => c).ToArray());
    }
}
