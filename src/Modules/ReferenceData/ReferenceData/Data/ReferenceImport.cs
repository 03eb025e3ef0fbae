using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Project06.ReferenceData.Data;

/// <summary>Puts the data files into the tables when their content has changed; all or nothing, one host at a time.</summary>
internal sealed partial class ReferenceImport(
    ReferenceDataDbContext db, TimeProvider clock, ILogger<ReferenceImport> log)
{
    private const long ImportLock = 0x50363052;

    /// <returns>Whether anything was imported.</returns>
    public async Task<bool> RunAsync(DataFiles files, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(files, cancellationToken))
            return false;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ImportLock})", cancellationToken);
        if (await IsCurrentAsync(files, cancellationToken))
            return false;

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var table in DataFiles.All.Select(file => file.Table).Distinct())
            await ExecuteAsync(connection, $"DELETE FROM {ReferenceDataDbContext.SchemaName}.{table}", cancellationToken);
        foreach (var (file, text) in files.Contents)
            await CopyAsync(connection, file, text, cancellationToken);
        await RecordAsync(files, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Imported(log, files.Hash);
        return true;
    }

    private async Task<bool> IsCurrentAsync(DataFiles files, CancellationToken cancellationToken) =>
        await db.Set<Import>().AnyAsync(import => import.ContentHash == files.Hash, cancellationToken);

    private async Task RecordAsync(DataFiles files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO reference_data.imports (id, content_hash, imported_at) VALUES (1, {files.Hash}, {now})
            ON CONFLICT (id) DO UPDATE SET content_hash = excluded.content_hash, imported_at = excluded.imported_at
            """, cancellationToken);
    }

    // COPY reads the file as it is: the header names the columns, an empty field is NULL, and the tables' own checks
    // say what is wrong.
    private static async Task CopyAsync(NpgsqlConnection connection, DataFile file, string text, CancellationToken cancellationToken)
    {
        var columns = text.AsSpan(0, Math.Max(0, text.IndexOf('\n'))).Trim().ToString();
        if (!HeaderPattern().IsMatch(columns))
            throw new InvalidDataException($"{file.Path}, line 1: not a row of column names.");
        try
        {
            await using var copy = await connection.BeginTextImportAsync(
                $"COPY {ReferenceDataDbContext.SchemaName}.{file.Table} ({columns}) FROM STDIN (FORMAT csv, HEADER true)", cancellationToken);
            await copy.WriteAsync(text.AsMemory(), cancellationToken);
        }
        catch (PostgresException e)
        {
            throw new InvalidDataException($"{file.Path}: {e.MessageText} {e.Detail} {e.Where}", e);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [GeneratedRegex("^[a-z_0-9]+(,[a-z_0-9]+)*$")]
    private static partial Regex HeaderPattern();

    [LoggerMessage(Level = LogLevel.Information, Message = "Reference data imported, content {Hash}")]
    private static partial void Imported(ILogger logger, string hash);
}
