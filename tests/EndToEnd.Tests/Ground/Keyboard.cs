using Microsoft.Playwright;
using Project06.EIdentification.Contracts;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>
/// Somebody with a telephone's narrow window and no more than Tab, Shift, Enter, Space, arrows and letters. Remembers every
/// place where they couldn't see where they were.
/// </summary>
internal sealed partial class Keyboard : IAsyncDisposable
{
    private const int MostStops = 150, MostOptions = 400;
    private readonly List<string> _faults = [];

    private Keyboard(Visitor visitor) => Visitor = visitor;

    /// <summary>Whose keyboard it is; only to read what is shown.</summary>
    public Visitor Visitor { get; }

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    private IKeyboard Keys => Visitor.Page.Keyboard;

    /// <summary>Opens a window at the site's first page: all further ways go by the keyboard.</summary>
    public static async Task<Keyboard> ArriveAsync(Site site)
    {
        var visitor = await Visitor.ArriveAsync(site, 360, 780);
        await visitor.GoAsync("/");
        return new Keyboard(visitor);
    }

    /// <summary>Nothing was wrong anywhere.</summary>
    public void ComplainsNot()
    {
        if (_faults.Count > 0)
            Assert.Fail(string.Join('\n', _faults.Distinct()));
        Visitor.ComplainsNot();
    }

    /// <summary>Goes on with Tab until what is looked for has the focus.</summary>
    public Task<Stand> ToAsync(string sought) => SeekAsync("Tab", stand => stand.Is(sought), sought);

    /// <summary>Goes back with Shift and Tab until what is looked for has the focus.</summary>
    public Task<Stand> BackToAsync(string sought) => SeekAsync("Shift+Tab", stand => stand.Is(sought), sought);

    /// <summary>Goes on until a button or link, and presses it with Enter.</summary>
    public async Task PressAsync(string sought)
    {
        await SeekAsync("Tab", stand => stand.Tag is "a" or "button" && stand.Is(sought), sought);
        await EnterAsync(sought);
    }

    /// <summary>Goes on to the page's main button, and presses it with the space bar.</summary>
    public async Task SendAsync()
    {
        await SeekAsync("Tab", stand => stand is { Tag: "button", Kind: "submit" } && !stand.Href.EndsWith("/sign-out", StringComparison.Ordinal), "a button");
        await Visitor.LeaveAsync(() => Keys.PressAsync("Space"), "send");
    }

    /// <summary>Presses Enter where the focus is, and waits for the next page.</summary>
    public Task EnterAsync(string what = "Enter") => Visitor.LeaveAsync(() => Keys.PressAsync("Enter"), what);

    /// <summary>Presses a key where the focus is; nothing leads away.</summary>
    public async Task<Stand> KeyAsync(string key)
    {
        await Keys.PressAsync(key);
        return await LookAsync() ?? throw new InvalidOperationException($"{key} at {Visitor.At} takes the focus away.");
    }

    /// <summary>The skip link is the first place of a page and leads into its main part.</summary>
    public async Task SkipAsync()
    {
        var first = await KeyAsync("Tab");
        Assert.Equal("#main", first.Href);
        Judge(first);
        await Keys.PressAsync("Enter");
        var next = await KeyAsync("Tab");
        Judge(next);
        Assert.True(await Visitor.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"),
            $"The skip link at {Visitor.At} leads to {next}");
    }

    /// <summary>Types into a field.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await ToAsync(field);
        await Keys.TypeAsync(text);
    }

    /// <summary>Types where the focus is.</summary>
    public Task TypeHereAsync(string text) => Keys.TypeAsync(text);

    /// <summary>Types a date into its three boxes.</summary>
    public async Task TypeDateAsync(string field, DateOnly date)
    {
        await TypeAsync($"{field}.Day", $"{date.Day}");
        await TypeAsync($"{field}.Month", $"{date.Month}");
        await TypeAsync($"{field}.Year", $"{date.Year}");
    }

    /// <summary>Chooses among radios or in a list with the arrows, or ticks a box with the space bar.</summary>
    public async Task ChooseAsync(string field, string value)
    {
        var stand = await SeekAsync("Tab", s => s.Name == field, field);
        if (stand.Kind is "checkbox" || (stand.Kind is "radio" && stand.Value == value))
        {
            while (stand.Kind is "checkbox" && stand.Value != value && value != "true")
                stand = await SeekAsync("Tab", s => s.Name == field, field);
            if (!stand.On)
                stand = await KeyAsync("Space");
            Assert.True(stand.On, $"{field} isn't chosen with the space bar at {Visitor.At}");
            return;
        }
        for (var i = 0; stand.Value != value; i++)
        {
            Assert.True(i < MostOptions, $"{field} has no {value} at {Visitor.At}");
            stand = await KeyAsync("ArrowDown");
            Assert.Equal(field, stand.Name);
        }
        Judge(stand);
    }

    /// <summary>Sends a form that can't be taken: the focus goes to the list of faults, and on from there into a field.</summary>
    public async Task RefusedAsync(string button)
    {
        await SeekAsync("Tab", stand => stand.Tag == "button" && stand.Text.StartsWith(button, StringComparison.OrdinalIgnoreCase), button);
        await EnterAsync(button);
        Judge(await LookAsync() ?? throw new InvalidOperationException($"Nothing has the focus at {Visitor.At}: {await Visitor.TextAsync()}"));
        Assert.True(await Visitor.Page.EvaluateAsync<bool>("() => document.activeElement.matches('[data-error-summary]')"),
            $"The focus isn't on the error summary at {Visitor.At}");
        var link = await KeyAsync("Tab");
        Judge(link);
        Assert.Equal("a", link.Tag);
        await Keys.PressAsync("Enter");
        var field = await LookAsync();
        Assert.True(field is { Tag: "input" or "select" or "textarea" }, $"“{link.Text}” at {Visitor.At} leads to {field}");
        Judge(field!);
    }

    /// <summary>Signs in from any page's head; the first form is sent empty, to see that it says so.</summary>
    public async Task SignInAsync(Site site, DemoAccount account)
    {
        await PressAsync("/sign-in");
        await RefusedAsync("Tiếp tục");
        await Keys.TypeAsync(account.Number);
        await TypeAsync("Password", account.Password);
        await SendAsync();
        // A code counts once, and the clock stands still between two sign-ins of one person.
        await site.Database.ExecuteAsync("UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", account.Number);
        await TypeAsync("Code", SigningIn.CodeOf(site.Host, account));
        await EnterAsync("code");
        Assert.False(Visitor.At.StartsWith("/sign-in", StringComparison.Ordinal), await Visitor.TextAsync());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Visitor.DisposeAsync();

    private async Task<Stand> SeekAsync(string key, Func<Stand, bool> isIt, string sought)
    {
        var (outside, passed) = (0, new List<string>());
        for (var i = 0; i < MostStops && outside < 2; i++)
        {
            await Keys.PressAsync(key);
            var stand = await LookAsync();
            if (stand is null)
            {
                outside++;
                continue;
            }
            Judge(stand);
            if (isIt(stand))
                return stand;
            passed.Add(stand.Text.Length > 0 ? stand.Text : stand.Name);
        }
        throw new Xunit.Sdk.XunitException($"{key} doesn't reach “{sought}” at {Visitor.At}; it passes {string.Join(" | ", passed)}");
    }

    private Task<Stand?> LookAsync() => Stand.OfAsync(Visitor.Page);

    private void Judge(Stand stand)
    {
        if (!stand.Marked)
            _faults.Add($"{Visitor.At}: the focus isn't marked on {stand.Tag} “{stand.Text}” {stand.Name}");
        if (!stand.Seen)
            _faults.Add($"{Visitor.At}: nothing is seen of {stand.Tag} “{stand.Text}” {stand.Name} {stand.Value}");
    }
}
