namespace Project06.StandInBank;

/// <summary>A bank of nowhere that moves no money: the other side of docs/payments.md, to try payment by hand and in tests.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        await using var bank = new Bank(settings.GetSection("Bank").Get<BankSettings>() ?? new BankSettings(), TimeProvider.System);
        await bank.StartAsync(settings["urls"] ?? "http://localhost:8016");
        Console.WriteLine($"Stand-in bank: {bank.Address}");
        await bank.RunUntilParentEndsAsync(settings.GetValue<int?>("parent"));
    }
}
