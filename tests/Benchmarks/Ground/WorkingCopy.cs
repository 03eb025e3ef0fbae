using System.Security.Cryptography;
using System.Text;

namespace Project06.Benchmarks.Ground;

/// <summary>Files of the working copy this program was built from.</summary>
internal static class WorkingCopy
{
    private static string Root { get; } = FindRoot();

    /// <summary>The repository's data folder.</summary>
    public static string Data => Path.Combine(Root, "data");

    /// <summary>Citizens' questions that the catalogue is tried with.</summary>
    public static string Questions => Path.Combine(Root, "tests", "PublicServices.Tests", "Catalogue", "questions.csv");

    /// <summary>The host as built last.</summary>
    public static string HostDll() => FindDll(Path.Combine("src", "Host"), "Project06.Host.dll")
        ?? throw new FileNotFoundException("The host isn't built. Set P06_HOST_DLL, or run ./dev.");

    /// <summary>The stand-in bank as built last; null where there is none.</summary>
    public static string? BankDll() => FindDll(Path.Combine("tests", "StandInBank"), "Project06.StandInBank.dll");

    // In the configuration this program was built in where there is one.
    private static string? FindDll(string project, string dll)
    {
        var own = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Debug" : "Release";
        return new[] { own, "Release", "Debug" }.Select(c => Path.Combine(Root, project, "bin", c, "net10.0", dll)).FirstOrDefault(File.Exists);
    }

    /// <summary>Where a host of this dll finds appsettings.json.</summary>
    public static string HostFolder(string dll)
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(dll)!, "..", "..", ".."));
        return File.Exists(Path.Combine(source, "appsettings.json")) ? source : Path.GetDirectoryName(dll)!;
    }

    /// <summary>Changes when the host's own assemblies do.</summary>
    public static string Fingerprint(string dll)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(dll)!, "Project06.*.dll").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("This program runs outside the repository.");
    }
}
