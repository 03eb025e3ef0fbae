namespace Project06.EndToEnd.Tests.Ground;

/// <summary>The ward's officials at their desks, each come in when first needed.</summary>
internal sealed class Office(Site site) : IAsyncDisposable
{
    private readonly Dictionary<string, Visitor> _officials = [];

    /// <summary>The official of a short name.</summary>
    public async Task<Visitor> AsAsync(string account)
    {
        if (_officials.TryGetValue(account, out var there))
            return there;
        var official = await Visitor.ArriveAsync(site, 1366, 900);
        _officials[account] = official;
        await official.ComeInAsync(TestNation.Account(account));
        return official;
    }

    /// <summary>Takes an action of a dossier, and lets its events arrive.</summary>
    public async Task<Visitor> ActAsync(string account, string code, string action)
    {
        var official = await AsAsync(account);
        await official.GoAsync($"/desk/{code}");
        await official.TakeAsync(action);
        await site.Host.DrainOutboxAsync();
        return official;
    }

    /// <summary>Nobody's browser complained.</summary>
    public void ComplainsNot()
    {
        foreach (var official in _officials.Values)
            official.ComplainsNot();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var official in _officials.Values)
            await official.DisposeAsync();
    }
}
