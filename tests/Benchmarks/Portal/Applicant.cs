using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;
using Project06.EIdentification.Contracts;

namespace Project06.Benchmarks.Portal;

/// <summary>A citizen in a browser who keeps account of what the pages said.</summary>
internal sealed class Applicant(DemoAccount account, Browser browser, Promises promises) : IDisposable
{
    private int _papers;

    public string Key => account.Key;

    public Browser Browser => browser;

    /// <summary>Fills in a form and files it, whatever is killed meanwhile; null where the form is refused: this person can't file it.</summary>
    public async Task<Guid?> FileAsync(string procedure, Func<string, string?> answer, CancellationToken ct)
    {
        Guid? draft = null;
        WebPage? page = null;
        while (true)
        {
            try
            {
                page ??= (await browser.GetAsync(draft is { } known ? $"/apply/{procedure}/{known}/check-answers" : $"/apply/{procedure}", ct)).Expect();
                draft ??= page.Path.Split('/') is [_, "apply", _, var id, ..] ? Guid.Parse(id) : throw new UnexpectedPageException(page, "a draft was expected");
                if (page.Path.StartsWith("/dossiers/", StringComparison.Ordinal))
                {
                    promises.Dossiers[draft.Value] = account.Key;
                    return draft;
                }
                page = await ContinueAsync(page, draft.Value, answer, ct);
                if (page is null)
                    return null;
            }
            catch (Exception away) when (Away.Is(away))
            {
                page = null;
                await Away.WaitAsync(ct);
            }
        }
    }

    /// <summary>Writes an answer of an open draft anew, numbered, again and again; files nothing.</summary>
    public async Task RewriteAsync(string procedure, string field, CancellationToken ct)
    {
        var draft = await StartAsync(procedure, ct);
        for (var number = 1; ; number++)
        {
            promises.Rewritten.AddOrUpdate((draft, field), (0, number), (_, w) => (w.Acknowledged, number));
            try
            {
                var page = (await browser.GetAsync($"/apply/{procedure}/{draft}/{field}", ct)).Expect();
                (await page.Form($"[name={field}]").Set(field, $"Bản số {number}").SubmitAsync(ct)).Expect();
                promises.Rewritten[(draft, field)] = (number, number);
                await Task.Delay(100, ct);
            }
            catch (Exception away) when (Away.Is(away))
            {
                await Away.WaitAsync(ct);
            }
        }
    }

    /// <summary>Takes the likely action of a step of the applicant.</summary>
    public async Task ConfirmAsync(PortalDossier dossier, string action, CancellationToken ct)
    {
        var page = (await browser.GetAsync($"/dossiers/{dossier.Code}", ct)).Expect();
        // Another answer came first: the dossier has moved on.
        if (page.FindForm($"input[name=step][value={dossier.Step}] ~ input[value={action}]") is not { } form)
            return;
        Promises.Try(promises.Moves, (dossier.Id, dossier.Step, action));
        (await form.SubmitAsync(ct)).Expect();
        promises.Moves[(dossier.Id, dossier.Step, action)] = Word.Acknowledged;
    }

    /// <summary>Agrees to what another's dossier asks for.</summary>
    public async Task ConsentAsync(PortalDossier dossier, string action, CancellationToken ct)
    {
        var page = (await browser.GetAsync($"/consents/{dossier.Consent}", ct)).Expect();
        if (page.FindForm($"input[value={action}]") is not { } form)
            return;
        Promises.Try(promises.Consents, dossier.Consent!.Value);
        Promises.Try(promises.Moves, (dossier.Id, dossier.Step, action));
        (await form.SubmitAsync(ct)).Expect();
        promises.Consents[dossier.Consent.Value] = Word.Acknowledged;
        promises.Moves[(dossier.Id, dossier.Step, action)] = Word.Acknowledged;
    }

    public void Dispose() => browser.Dispose();

    private async Task<WebPage?> ContinueAsync(WebPage page, Guid draft, Func<string, string?> answer, CancellationToken ct)
    {
        if (page.Path.EndsWith("/check-answers", StringComparison.Ordinal))
            return Accepted(await page.Form().SubmitAsync(ct));
        var (form, given) = FormPage.Fill(page, answer, _ => [$"{account.Key}-{Interlocked.Increment(ref _papers)}.png"]);
        promises.Send(draft, given);
        var next = Accepted(await form.SubmitAsync(ct));
        if (next is not null)
            promises.Keep(draft, given);
        return next;
    }

    private static WebPage? Accepted(WebPage page)
    {
        if (page.Status != 422)
            return page.Expect();
        Progress.Say($"Not accepted: {page.Path}: {page.Document.QuerySelector(".govuk-error-summary")?.TextContent.Trim()}");
        return null;
    }

    private async Task<Guid> StartAsync(string procedure, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var page = (await browser.GetAsync($"/apply/{procedure}", ct)).Expect();
                return page.Path.Split('/') is [_, "apply", _, var id, ..] ? Guid.Parse(id) : throw new UnexpectedPageException(page, "a draft was expected");
            }
            catch (Exception away) when (Away.Is(away))
            {
                await Away.WaitAsync(ct);
            }
        }
    }

    public static async Task<Applicant> SignInAsync(PrivateNation nation, DemoAccount account, Promises promises, CancellationToken ct) =>
        new(account, await SignedIn.OpenAsync(nation, account, ct), promises);
}
