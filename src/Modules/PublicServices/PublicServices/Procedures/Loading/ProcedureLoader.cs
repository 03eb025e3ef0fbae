using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads all folders <c>code/version</c> under a folder, or says everything that is wrong with them.</summary>
internal static class ProcedureLoader
{
    /// <exception cref="ProcedureFoldersException">With file, line and reason of every error.</exception>
    public static ProcedureBook Load(string folder, ContractTypes contracts)
    {
        var errors = new LoadErrors();
        var procedures = new List<Procedure>();
        if (!Directory.Exists(folder))
            errors.Add(folder, 1, "the folder of procedures is missing");
        else
            foreach (var codeFolder in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
                foreach (var versionFolder in Directory.GetDirectories(codeFolder).Order(StringComparer.Ordinal))
                    if (Read(codeFolder, versionFolder, contracts, errors) is { } procedure)
                        procedures.Add(procedure);
        FollowUpReader.Check(procedures, errors);
        return errors.Sorted is { Count: > 0 } found ? throw new ProcedureFoldersException(found) : new ProcedureBook(procedures);
    }

    private static Procedure? Read(string codeFolder, string versionFolder, ContractTypes contracts, LoadErrors errors)
    {
        var (code, name) = (Path.GetFileName(codeFolder), Path.GetFileName(versionFolder));
        var shown = $"{code}/{name}";
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
        {
            errors.Add(shown, 1, "a procedure's folder holds versions, named 1, 2, 3, …");
            return null;
        }
        return new ProcedureReader(versionFolder, shown, contracts, errors).Read(
            code, version, ContentHash(versionFolder), (hash, other) => Combined(hash, ContentHash(Path.Combine(codeFolder, "..", other))));
    }

    private static string Combined(string hash, string other) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash + other)));

    // Names and bytes both count; lengths between them, so that nothing can move from one file into the next unseen.
    private static string ContentHash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\0{bytes.Length}\0"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
