namespace Project06.PublicServices.Tests.Features;

/// <summary>Births at every stage: being filled in, just filed, waiting for the mother's yes, finished; and an absence.</summary>
public sealed class LedgerGround : TestGround
{
    private readonly Dictionary<string, string> _places = [];
    private readonly Dictionary<string, TestBrowser> _browsers = [];

    /// <summary>Fills in what an address stands for, such as <c>{filed}</c>.</summary>
    public string AddressOf(string template) => _places.Aggregate(template, (address, place) => address.Replace($"{{{place.Key}}}", place.Value, StringComparison.Ordinal));

    /// <summary>The browser in which somebody is signed in; null: nobody.</summary>
    public async Task<TestBrowser> BrowserOfAsync(string? account) =>
        _browsers.TryGetValue(account ?? "", out var known) ? known
            : _browsers[account ?? ""] = account is null ? Host.OpenBrowser() : await Host.SignInAsync(account);

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var (clerk, officer) = (await BrowserOfAsync("clerk"), await BrowserOfAsync("officer"));

        var draft = await (await BirthForm.OpenAsync(await BrowserOfAsync("neighbour-03"))).AnswerAsync(NewChild.Next());
        _places["draft"] = $"{BirthForm.DraftOf(draft)}";
        _places["filed"] = await (await BrowserOfAsync("neighbour-01")).FileBirthAsync();

        _places["confirm"] = await (await BrowserOfAsync("neighbour-02")).FileBirthAsync();
        await clerk.TakeAsync(_places["confirm"], "accept");
        await officer.TakeAsync(_places["confirm"], "send-draft");

        var mother = await BrowserOfAsync("mother");
        var done = _places["done"] = await mother.FileBirthAsync();
        await clerk.TakeAsync(done, "accept");
        await officer.TakeAsync(done, "send-draft");
        await mother.AnswerDraftAsync(done, "confirm");
        await officer.TakeAsync(done, "register");
        await Host.DrainOutboxAsync();
        await (await BrowserOfAsync("leader")).TakeAsync(done, "sign");
        await Host.DrainOutboxAsync();
        Assert.Equal("finished", await Database.StepOfAsync(done));

        const string entry = "FROM civil_status.birth_entries WHERE dossier_code = $1";
        _places["entry"] = $"{await Database.ScalarAsync<int>($"SELECT year {entry}", done)}/{await Database.ScalarAsync<int>($"SELECT number {entry}", done)}";
        _places["certificate"] = $"{await Database.ScalarAsync<Guid>($"SELECT id {entry}", done)}";
        _places["token"] = await Database.ScalarAsync<string>($"SELECT public_token {entry}", done);
        _places["status"] = await Database.ScalarAsync<string>("SELECT public_token FROM public_services.dossiers WHERE code = $1", done);
        var police = await Database.QueryAsync<string>("""
            SELECT d.code FROM public_services.dossiers d JOIN e_identification.posts p ON p.organisation_code = d.receiving_organisation
            JOIN e_identification.accounts a ON a.id = p.account_id
            WHERE a.number = $1 AND d.step_id = 'reception' ORDER BY d.code LIMIT 1
            """, TestNation.Account("police").Number);
        _places["absence"] = police.Single();
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await base.DisposeAsync();
    }
}
