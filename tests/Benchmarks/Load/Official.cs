using AngleSharp.Dom;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load;

/// <summary>An official who takes one of the first dossiers of the queue, reads it and does what is likely.</summary>
internal sealed class Official(Browser browser, int number, Recorder recorder)
{
    // The likely action of each step of the shipped procedures.
    private static readonly string[] Likely = ["accept", "send-draft", "register", "confirm-distinct", "sign", "record"];

    private readonly Random _random = new(1000 + number);

    /// <summary>Until it is stopped.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await ThinkAsync(ct);
                try
                {
                    await TakeOneAsync(ct);
                }
                catch (Exception wrong) when (wrong is HttpRequestException or IOException or UnexpectedPageException)
                {
                    recorder.AddError(wrong.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private async Task TakeOneAsync(CancellationToken ct)
    {
        var queue = (await browser.GetAsync("/desk", ct)).Expect();
        var links = queue.Document.QuerySelectorAll("ol.queue a[href^='/desk/']").Select(a => a.GetAttribute("href")!).ToList();
        if (links.Count == 0)
            return;
        await ThinkAsync(ct);
        var page = (await browser.GetAsync(links[_random.Next(Math.Min(10, links.Count))], ct)).Expect();
        await ThinkAsync(ct);
        foreach (var action in Likely)
        {
            if (page.FindForm($"button[value={action}]") is not { } form)
                continue;
            await form.SubmitAsync(ct, action);
            return;
        }
    }

    private Task ThinkAsync(CancellationToken ct) => Task.Delay(1500 + _random.Next(1000), ct);
}
