namespace Project06.Architecture.Tests.Authorisation;

/// <summary>The table in the repository: route × role.</summary>
internal static class Matrix
{
    public const string Allowed = "allowed", Denied = "denied", SignIn = "sign-in";

    public static readonly string File = Repository.PathOf("tests", "Architecture.Tests", "authorisation.csv");

    public static string Heading => string.Join(',', Role.All.Select(r => r.Name).Prepend("route"));

    public static SortedDictionary<string, string> Read()
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = System.IO.File.ReadAllLines(File).Where(l => l.Length > 0).ToList();
        Assert.Equal(Heading, lines[0]);
        foreach (var line in lines.Skip(1))
            rows.Add(line[..line.IndexOf(',')], line);
        return rows;
    }

    public static string Cell(string row, Role role) => row.Split(',')[1 + Role.All.ToList().IndexOf(role)];
}
