using Project06.Benchmarks.Crash;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Load;
using Project06.Benchmarks.Load.Portal;
using Project06.Benchmarks.Portal;

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
        case ["prove", "portal", .. var options]:
            return await PortalProof.RunAsync(PortalPlan.Parse(options), Console.Out, stop.Token) ? 0 : 1;
        case ["bench", "journey"]:
            await JourneyBench.RunAsync(Console.Out, stop.Token);
            return 0;
        case ["bench", "portal"]:
            await PortalBench.RunAsync(PortalSize.FromEnvironment(), Console.Out, stop.Token);
            return 0;
        case ["bench", "catalogue"]:
            await CatalogueBench.RunAsync(Console.Out, stop.Token);
            return 0;
        default:
            Console.Error.WriteLine("""
                prove crash [--short] [--seed N] [--host-kills N] [--server-kills N]
                    SIGKILL of the host and of PostgreSQL while births are registered
                prove portal [--short] [--seed N] [--kills N]
                    SIGKILL of the host while citizens draft, file, consent and pay and officials decide
                bench journey
                    50 citizens and 5 officials at once
                bench portal
                    200 citizens at once, the queue over 50,000 dossiers, submission, effort by procedure;
                    P06_BENCH_PEOPLE, _PAST, _OPEN, _CITIZENS and _SECONDS make it smaller
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
