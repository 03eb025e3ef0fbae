using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Project06.EndToEnd.Tests.Sweep;

/// <summary>Every page of the host, in both languages, narrow and wide, as somebody who may see it.</summary>
[Collection(nameof(Site))]
public sealed class PageSweep(Site site)
{
    private static readonly int[] Widths = [360, 1280];

    // These answer with a file, or send the reader on.
    private static readonly string[] NotPages =
    [
        "/apply/{code}", "/evidence/{id:guid}/{number:int}", "/civil-status/certificates/{id:guid}/pdf", "/civil-status/death-extracts/{id:guid}/pdf",
        "/civil-status/changes/{id:guid}/pdf", "/civil-status/copies/{id:guid}/pdf", "/population/confirmations/{id:guid}/file",
        "/issued-papers/{id:guid}/file",
        "/dossiers/{code}/results/{id:guid}", "/messages/{id:guid}", "/my-papers/reuse",
    ];

    private readonly ConcurrentBag<string> _wrong = [];
    private readonly ConcurrentBag<string> _weights = [];

    /// <summary>Whether pictures are wanted, for people to look at.</summary>
    private static bool Pictured { get; } = Environment.GetEnvironmentVariable("P06_SCREENSHOTS") is { Length: > 0 };

    /// <summary>Where pictures, weights and findings are put.</summary>
    private static string Folder { get; } = Directory.CreateDirectory(
        Pictured ? Environment.GetEnvironmentVariable("P06_SCREENSHOTS")! : Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    [Fact]
    public async Task EveryPage_InBothLanguagesAndWidths_IsSound()
    {
        var scenery = new Scenery(site);
        var rounds = await scenery.BuildAsync();
        var visited = rounds.SelectMany(r => r.Stops).Select(s => s.Route).Concat(NotPages).ToHashSet();
        var routes = site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        foreach (var route in routes.Except(visited))
            _wrong.Add($"{route}: nobody looks at it");

        try
        {
            await Parallel.ForEachAsync(rounds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (round, _) => await WalkAsync(round));
        }
        finally
        {
            await scenery.TidyAsync();
        }

        await File.WriteAllLinesAsync(Path.Combine(Folder, "weights.txt"), _weights.OrderDescending(StringComparer.Ordinal));
        await File.WriteAllLinesAsync(Path.Combine(Folder, "findings.txt"), _wrong.Order(StringComparer.Ordinal));
        Assert.Empty(string.Join('\n', _wrong.Order(StringComparer.Ordinal)));
    }

    private async Task WalkAsync(Round round)
    {
        await using var visitor = await Visitor.ArriveAsync(site, Widths[^1], 900);
        // Citizens sign in once more, and have several sessions to look at.
        if (round.Account is { } account)
            await (account.StartsWith("neighbour-", StringComparison.Ordinal)
                ? visitor.SignInAsync(TestNation.Account(account)) : visitor.ComeInAsync(TestNation.Account(account)));
        visitor.TakeComplaints();
        await visitor.BringAxeAsync();
        await using var scales = await Scales.OnAsync(visitor);
        foreach (var stop in round.Stops)
        {
            try
            {
                foreach (var language in (string[])["vi", "en"])
                    await LookAsync(visitor, scales, round.Account ?? "stranger", stop, language);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                _wrong.Add($"{stop.Name}: {failure.Message}");
            }
        }
    }

    private async Task LookAsync(Visitor visitor, Scales scales, string who, Stop stop, string language)
    {
        var name = $"{stop.Name}-{language}";
        await scales.EmptyAsync(fresh: language == "vi");
        var status = await visitor.OpenAsync(stop.Address + (stop.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
        if (status != stop.Status)
            Wrong($"answers {status}");
        if (language == "vi" && stop.Prepare is null && !stop.HasPhotographs)
            Weigh(scales.Kilobytes);
        if (stop.Prepare is not null)
            await stop.Prepare(visitor);
        foreach (var finding in await visitor.WordsAsync(stop.AlwaysVietnamese ? "vi" : language))
            Wrong(finding);
        foreach (var width in Widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            foreach (var finding in (await visitor.SidewaysAsync()).Concat(await visitor.AxeAsync()))
                Wrong($"{width}: {finding}");
            if (Pictured)
                await visitor.PictureAsync(Path.Combine(Folder, $"{who}-{name}-{width}.jpg"));
        }
        await visitor.Page.SetViewportSizeAsync(320, 900);
        foreach (var finding in await visitor.SidewaysAsync())
            Wrong($"320: {finding}");
        foreach (var complaint in visitor.TakeComplaints().Where(c => stop.Status == 200 || !c.Contains("Failed to load resource", StringComparison.Ordinal)))
            Wrong(complaint);

        void Wrong(string what) => _wrong.Add($"{who} {name} {stop.Address}: {what}");

        void Weigh(double kilobytes)
        {
            _weights.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kilobytes,6:0.0} KB {who} {name} {stop.Address}"));
            if (kilobytes > 150)
                Wrong($"weighs {kilobytes:0} KB");
        }
    }
}
