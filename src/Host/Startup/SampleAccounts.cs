using Project06.DemoNation;
using Project06.EIdentification;

namespace Project06.Host.Startup;

/// <summary>The sample nation's accounts, printed at start, and the one-time code of the moment.</summary>
internal static class SampleAccounts
{
    /// <summary><c>code NAME</c> prints the one-time code of a sample account and ends.</summary>
    public static bool TryPrintCode(string[] args, IConfiguration configuration)
    {
        if (args is not ["code", var name])
            return false;
        try
        {
            Console.WriteLine(EIdentificationModule.CurrentCode(name, Seed(configuration), TimeProvider.System.GetUtcNow()));
        }
        catch (ArgumentException unknown)
        {
            Console.Error.WriteLine(unknown.Message);
            Environment.ExitCode = 1;
        }
        return true;
    }

    public static ulong Seed(IConfiguration configuration) => configuration.GetValue("Demo:Seed", 6UL);

    /// <summary>A table of the accounts, for the terminal.</summary>
    public static string Table(Nation nation)
    {
        var lines = EIdentificationModule.DemoAccounts(nation).Select(a => $"  {a.Key,-16} {a.Number}  {a.Password}  {a.TitleVi} / {a.TitleEn}");
        return string.Join('\n', lines);
    }
}
