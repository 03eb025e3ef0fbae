using System.Collections.Concurrent;

namespace Project06.Journey.Tests.Ground;

/// <summary>One database and one host for the tests that live in families of their own.</summary>
[CollectionDefinition(nameof(Journeys))]
public sealed class Journeys : ICollectionFixture<JourneyGround>;

/// <summary>The shared host, with the officials' browsers signed in once.</summary>
public sealed class JourneyGround : TestGround
{
    private readonly ConcurrentDictionary<string, Task<TestBrowser>> _browsers = new();

    /// <summary>The browser of a sample account, signed in.</summary>
    public Task<TestBrowser> As(string account) => _browsers.GetOrAdd(account, key => Host.SignInAsync(key));

    /// <summary>Takes a filed birth to its certificate.</summary>
    public async Task FinishAsync(TestBrowser mother, string code)
    {
        (await (await As("clerk")).TakeAsync(code, "accept")).IsShown();
        (await (await As("officer")).TakeAsync(code, "send-draft")).IsShown();
        (await mother.AnswerDraftAsync(code, "confirm")).IsShown();
        (await (await As("officer")).TakeAsync(code, "register")).IsShown();
        await Host.DrainOutboxAsync();
        (await (await As("leader")).TakeAsync(code, "sign")).IsShown();
        await Host.DrainOutboxAsync();
    }

    /// <summary>One value about a dossier.</summary>
    public Task<T> OfDossierAsync<T>(string column, string code) =>
        Database.ScalarAsync<T>($"SELECT {column} FROM public_services.dossiers WHERE code = $1", code);
}
