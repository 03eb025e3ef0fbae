namespace Project06.PublicServices.Contracts;

/// <summary>A result's paper as its issuer signed it.</summary>
/// <param name="Name">File name, ending in <c>.pdf</c>.</param>
/// <param name="Pdf">The file.</param>
public sealed record ResultFile(string Name, byte[] Pdf);

/// <summary>
/// What a module answers for the results it serves, so that a citizen can give one as evidence with one tap. Each module that
/// issues papers registers one; a result that none of them keeps is a page without a file.
/// </summary>
public interface IResultFiles
{
    /// <summary>Whether the result at this address (<see cref="DossierResult.Path"/>) is a file of this module's. Reads nothing.</summary>
    bool Keeps(string path);

    /// <summary>The signed file, where this person may have it and it is in force; null otherwise. Shows nobody anything.</summary>
    Task<ResultFile?> FindAsync(string path, Guid personId, CancellationToken cancellationToken);
}
