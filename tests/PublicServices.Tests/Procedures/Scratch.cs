using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Tests.Procedures;

/// <summary>Folders of their own for a test: the real ones, and procedures that no law knows.</summary>
internal sealed class Scratch
{
    public const string Code = "8.000001";

    private static readonly string Sources = Path.Combine(TestFolders.Real, "..", "..", "tests", "PublicServices.Tests", "Procedures", "scratch");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("procedures-");

    public string Place => folder.FullName;

    /// <summary>The real folders and the one with every kind of step.</summary>
    public Scratch()
    {
        CopyTree(TestFolders.Real, folder.FullName);
        CopyTree(Sources, folder.FullName);
    }

    public static ProcedureBook Load(Action<Scratch> change)
    {
        var scratch = new Scratch();
        try
        {
            change(scratch);
            return TestFolders.Load(scratch.Place);
        }
        finally
        {
            scratch.folder.Delete(recursive: true);
        }
    }

    /// <summary>What is wrong with the folder of every step once something in it is changed.</summary>
    public static IReadOnlyList<LoadError> ErrorsWith(string old, string changed) =>
        Assert.Throws<ProcedureFoldersException>(() => Load(scratch => scratch.Replace(old, changed))).Errors;

    public void Replace(string old, string changed, string file = "procedure.yaml")
    {
        var path = Path.Combine(folder.FullName, Code, "1", file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
    }

    /// <summary>A folder that says little and takes the rest from another.</summary>
    public void AddBased(string code, string basis)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder.FullName, code, "1")).FullName;
        File.WriteAllText(Path.Combine(target, "procedure.yaml"), $$"""
            code: "{{code}}"
            version: 1
            valid-from: 2026-01-01
            based-on: "{{basis}}"
            pages:
              - { from: "{{basis}}" }
              - id: added
                fields:
                  - { id: added, type: text }
            """);
        foreach (var language in new[] { "vi", "en" })
            File.WriteAllText(Path.Combine(target, $"texts.{language}.yaml"), """
                name: Việc dựa trên việc khác
                summary: Lấy từ việc khác.
                who: [Ai cũng được]
                how: [Như việc kia]
                time-limit: Ba ngày
                result: Không
                keywords: [dựa]
                pages: { added: { title: Thêm } }
                fields: { added: { label: Thêm } }
                """);
    }

    /// <summary>A copy of a folder under another code: as somebody adds a procedure.</summary>
    public void AddCopy(string of, string code)
    {
        CopyTree(Path.Combine(folder.FullName, of), Path.Combine(folder.FullName, code));
        foreach (var path in Directory.GetFiles(Path.Combine(folder.FullName, code), "procedure.yaml", SearchOption.AllDirectories))
            File.WriteAllText(path, File.ReadAllText(path).Replace($"code: \"{of}\"", $"code: \"{code}\"", StringComparison.Ordinal));
    }

    private static void CopyTree(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
