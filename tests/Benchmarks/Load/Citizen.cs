using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load;

/// <summary>A citizen who finds the service, files a birth, looks after it, and begins again.</summary>
/// <param name="think">How long they look at a page, on average, in milliseconds.</param>
internal sealed class Citizen(Browser browser, int number, Recorder recorder, int think = 2000)
{
    private static readonly string[] Wanderings =
        ["/", "/services?q=khai+sinh", "/services/" + BirthForm.Procedure, "/dossiers", "/messages", "/my-data/access-log", "/services?q=tam+vang"];

    private readonly Random _random = new(number);
    private int _children;

    /// <summary>Until it is stopped.</summary>
    public async Task LiveAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(_random.Next(think), ct);
            // Not all at the same page at the same time.
            var wanderings = _random.Next(20);
            while (true)
            {
                try
                {
                    while (wanderings-- > 0)
                        await OpenAsync(Wanderings[_random.Next(Wanderings.Length)], ct);
                    await WalkAsync(ct);
                }
                catch (Exception wrong) when (wrong is HttpRequestException or IOException or UnexpectedPageException)
                {
                    recorder.AddError(wrong.Message);
                    await ThinkAsync(ct);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private async Task WalkAsync(CancellationToken ct)
    {
        foreach (var address in Wanderings[..3])
            await OpenAsync(address, ct);

        var child = new SampleChild(number, _children);
        var (draft, page) = await BirthForm.StartAsync(browser, ct);
        while (!page.Path.StartsWith("/dossiers/", StringComparison.Ordinal))
        {
            await ThinkAsync(ct);
            page = await BirthForm.ContinueAsync(page, child, ct);
        }
        _children++;
        await ThinkAsync(ct);
        var dossier = page.Path;

        await OpenAsync("/my-data/access-log", ct);
        await OpenAsync("/messages", ct);
        await OpenAsync("/dossiers", ct);
        page = await OpenAsync(dossier, ct);
        if (page.FindForm("input[value=confirm]") is { } confirm)
        {
            (await confirm.SubmitAsync(ct)).Expect();
            await ThinkAsync(ct);
        }
    }

    private async Task<WebPage> OpenAsync(string address, CancellationToken ct)
    {
        var page = (await browser.GetAsync(address, ct)).Expect();
        await ThinkAsync(ct);
        return page;
    }

    // As people are: not all alike.
    private Task ThinkAsync(CancellationToken ct) => Task.Delay(think * 3 / 4 + _random.Next(think / 2), ct);
}
