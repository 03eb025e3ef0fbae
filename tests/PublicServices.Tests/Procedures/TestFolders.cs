using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Tests.Procedures;

/// <summary>The real folders, and copies of them with something changed.</summary>
internal static class TestFolders
{
    public const string Birth = "1.001193", Absence = "1.003677";

    public static string Real { get; } = FindUp(Path.Combine("data", "procedures"));

    public static ProcedureBook Book { get; } = Load(Real);

    public static ProcedureBook Load(string folder) => ProcedureLoader.Load(folder, new ContractTypes(
        [
            new ProcedureContracts(typeof(RegisterBirth).Assembly), new ProcedureContracts(typeof(RecordTemporaryAbsence).Assembly),
            new ProcedureContracts(typeof(IssuePaper).Assembly),
        ]));

    /// <summary>Loads the real folders with changes to files of one; returns what is wrong with them.</summary>
    public static IReadOnlyList<LoadError> ErrorsWith(string code, params (string File, string Old, string New)[] changes)
    {
        var copy = Directory.CreateTempSubdirectory("procedures-");
        try
        {
            foreach (var path in Directory.GetFiles(Real, "*.yaml", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy.FullName, Path.GetRelativePath(Real, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(path, target);
            }
            foreach (var (file, old, changed) in changes)
            {
                var path = Path.Combine(copy.FullName, code, "1", file);
                var text = File.ReadAllText(path);
                Assert.Contains(old, text, StringComparison.Ordinal);
                File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
            }
            return Assert.Throws<ProcedureFoldersException>(() => Load(copy.FullName)).Errors;
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>The line of a file on which a text stands.</summary>
    public static int LineOf(string code, string file, string text) =>
        Array.FindIndex(File.ReadAllLines(Path.Combine(Real, code, "1", file)), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    private static string FindUp(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, path)) && File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                return Path.Combine(folder.FullName, path);
        throw new DirectoryNotFoundException(path);
    }
}
