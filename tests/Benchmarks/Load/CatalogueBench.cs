using System.Globalization;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load;

/// <summary>Every question of the tests asked over HTTP, page and all, four people at once; the host's own time.</summary>
internal static class CatalogueBench
{
    private const int People = 2_000, AtOnce = 4, Rounds = 3;

    /// <summary>Runs it and prints one line a figure.</summary>
    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("p06-catalogue-");
        try
        {
            await using var nation = await PrivateNation.StartAsync(folder.FullName, People, new Dictionary<string, string>(), ct);
            var questions = (await File.ReadAllLinesAsync(WorkingCopy.Questions, ct)).Skip(1).Select(line => line.Split(',')[1]).ToList();
            var recorder = new Recorder();
            Progress.Say($"{questions.Count} questions, one round to warm up, {Rounds} measured, {AtOnce} at once.");
            await AskAsync(nation, questions, recorder, ct);
            recorder.IsOn = true;
            for (var round = 0; round < Rounds; round++)
                await AskAsync(nation, questions, recorder, ct);
            recorder.Tell();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"catalogue.search_p95_ms {recorder.Percentile(0.95):0.0} ms"));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"catalogue.errors {recorder.Errors} count"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task AskAsync(PrivateNation nation, List<string> questions, Recorder recorder, CancellationToken ct) =>
        Task.WhenAll(questions.Chunk((questions.Count + AtOnce - 1) / AtOnce).Select(async share =>
        {
            using var browser = new Browser(nation.Host.Address) { Answered = recorder.Add };
            foreach (var question in share)
                await browser.GetAsync("/services?q=" + Uri.EscapeDataString(question), ct);
        }));
}
