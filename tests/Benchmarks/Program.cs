using Project06.Benchmarks.Crash;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Load;

// ./dev prove NAME, ./dev bench NAME: progress on stderr; a proof ends with one line and an exit code, a measurement
// prints one line a figure.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    switch (args)
    {
        case ["prove", "crash", .. var options]:
            return await CrashProof.RunAsync(CrashPlan.Parse(options), Console.Out, stop.Token) ? 0 : 1;
        case ["bench", "journey"]:
            await JourneyBench.RunAsync(Console.Out, stop.Token);
            return 0;
        case ["bench", "catalogue"]:
            await CatalogueBench.RunAsync(Console.Out, stop.Token);
            return 0;
        default:
            Console.Error.WriteLine("""
                prove crash [--short] [--seed N] [--host-kills N] [--server-kills N]
                    SIGKILL of the host and of PostgreSQL while births are registered
                bench journey
                    50 citizens and 5 officials at once
                bench catalogue
                    search in the national catalogue
                """);
            return 2;
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Progress.Say("Stopped.");
    return 130;
}
catch (Exception failed) when (failed is not OperationCanceledException)
{
    Progress.Say(failed.ToString());
    return 1;
}
